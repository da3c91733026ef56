/** Clocks and timers that a test moves. */
@NullMarked
package dev.partnerauth.testkit.time;

import org.jspecify.annotations.NullMarked;
