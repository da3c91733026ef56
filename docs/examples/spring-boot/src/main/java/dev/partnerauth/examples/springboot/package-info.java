/** A partner's back end on Spring Boot. */
@NullMarked
package dev.partnerauth.examples.springboot;

import org.jspecify.annotations.NullMarked;
