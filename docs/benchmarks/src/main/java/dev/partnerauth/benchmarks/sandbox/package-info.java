/** The sandbox as a server, beside servers that others test with. */
@NullMarked
package dev.partnerauth.benchmarks.sandbox;

import org.jspecify.annotations.NullMarked;
