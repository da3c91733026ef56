/** Turns the data of a run into a page and its plots. */
@NullMarked
package dev.partnerauth.benchmarks.report;

import org.jspecify.annotations.NullMarked;
