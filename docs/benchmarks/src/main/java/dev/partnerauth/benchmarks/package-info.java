/** Measures what the cache promises, and writes down what came out. */
@NullMarked
package dev.partnerauth.benchmarks;

import org.jspecify.annotations.NullMarked;
