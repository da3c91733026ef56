/** AssertJ assertions about outcomes, failures, tokens, claims, scopes and events. */
@NullMarked
package dev.partnerauth.testkit.assertions;

import org.jspecify.annotations.NullMarked;
