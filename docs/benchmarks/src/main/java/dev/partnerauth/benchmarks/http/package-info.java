/** The HTTP adapter beside the same requests written by hand. */
@NullMarked
package dev.partnerauth.benchmarks.http;

import org.jspecify.annotations.NullMarked;
