/** Planted: described, but not marked. */
package dev.partnerauth.testkit.arch.planted.nullness.dirty.unmarked;
