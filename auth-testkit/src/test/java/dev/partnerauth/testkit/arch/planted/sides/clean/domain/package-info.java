/** Planted. */
@NullMarked
package dev.partnerauth.testkit.arch.planted.sides.clean.domain;

import org.jspecify.annotations.NullMarked;
