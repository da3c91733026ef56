/** A partner's back end on Spring WebFlux, in which nothing blocks. */
@NullMarked
package dev.partnerauth.examples.reactive;

import org.jspecify.annotations.NullMarked;
