/** A partner's back end on Micronaut. */
@NullMarked
package dev.partnerauth.examples.micronaut;

import org.jspecify.annotations.NullMarked;
