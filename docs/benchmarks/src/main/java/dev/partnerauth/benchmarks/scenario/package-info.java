/** Whole runs with the real clock and real threads: stampede, renewal, outage, cold keys, heap. */
@NullMarked
package dev.partnerauth.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
