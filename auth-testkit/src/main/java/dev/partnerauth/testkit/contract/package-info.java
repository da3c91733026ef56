/** Suites that every implementation of a port passes: extend one and say what is to be tested. */
@NullMarked
package dev.partnerauth.testkit.contract;

import org.jspecify.annotations.NullMarked;
