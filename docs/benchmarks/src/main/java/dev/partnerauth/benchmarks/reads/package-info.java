/** The price of a read, with JMH, beside what it is compared with. */
@NullMarked
package dev.partnerauth.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
