/**
 * The platform without the platform: {@link dev.partnerauth.testkit.FakeAuthenticationApi} in
 * memory, {@link dev.partnerauth.testkit.AuthSandbox} over HTTP, one engine under both.
 */
@NullMarked
package dev.partnerauth.testkit;

import org.jspecify.annotations.NullMarked;
