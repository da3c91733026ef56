/** Planted. */
@NullMarked
package dev.partnerauth.testkit.arch.planted.nullness.dirty.below;

import org.jspecify.annotations.NullMarked;
