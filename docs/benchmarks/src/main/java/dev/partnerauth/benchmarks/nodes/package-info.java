/** Several processes that share tokens. */
@NullMarked
package dev.partnerauth.benchmarks.nodes;

import org.jspecify.annotations.NullMarked;
