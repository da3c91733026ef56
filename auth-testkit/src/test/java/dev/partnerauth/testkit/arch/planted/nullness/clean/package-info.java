/** Planted. */
@NullMarked
package dev.partnerauth.testkit.arch.planted.nullness.clean;

import org.jspecify.annotations.NullMarked;
