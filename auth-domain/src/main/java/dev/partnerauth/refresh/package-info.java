/** When to renew and when to try again: pure functions of time. */
@NullMarked
package dev.partnerauth.refresh;

import org.jspecify.annotations.NullMarked;
