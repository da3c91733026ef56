/** What every example does, told as tests over HTTP: of the back end, and of the platform. */
@NullMarked
package dev.partnerauth.examples.suite;

import org.jspecify.annotations.NullMarked;
