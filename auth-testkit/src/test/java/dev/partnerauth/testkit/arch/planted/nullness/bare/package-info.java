/** Planted. */
@NullMarked
package dev.partnerauth.testkit.arch.planted.nullness.bare;

import org.jspecify.annotations.NullMarked;
