/** The sandbox as an extension of JUnit: {@link dev.partnerauth.testkit.junit.AuthSandboxTest}. */
@NullMarked
package dev.partnerauth.testkit.junit;

import org.jspecify.annotations.NullMarked;
