package dev.partnerauth.testkit.junit;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.partnerauth.testkit.settings.Behaviour;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a platform of their own: apps, clock, faults, keys and journal, on a server that all
 * of them share. On a class it is for all of its tests, nested ones included; on a method for that
 * one. Tests may run in parallel.
 *
 * <p>As parameters of tests, of methods before and after them, and of constructors it hands out:
 * {@link dev.partnerauth.testkit.AuthSandbox}, {@link dev.partnerauth.testkit.Platform}, {@link
 * dev.partnerauth.testkit.FakeAuthenticationApi}, {@link dev.partnerauth.PartnerAuth}, {@link
 * dev.partnerauth.app.BackendApp}, {@link dev.partnerauth.app.FrontendApp}, {@link
 * dev.partnerauth.testkit.time.MovableTime}, {@link dev.partnerauth.port.AuthRuntime}, {@link
 * dev.partnerauth.testkit.fault.Faults}, {@link dev.partnerauth.testkit.journal.Journal} and {@link
 * Sandboxes}.
 *
 * <p>A test fails as well when the platform got a request that no document foresees, when a fault
 * was planned and did not happen, or when it left one of its {@link Sandboxes} open.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD, ANNOTATION_TYPE})
@ExtendWith(AuthSandboxExtension.class)
public @interface AuthSandboxTest {

  /** Whether all tests of the class share one platform, rather than having one each. */
  boolean sharedByTheClass() default false;

  /** What the platform does otherwise than it would by itself. */
  Behaviour[] behaviours() default {};

  /**
   * Where the clock stands when a test begins, and stays until it is advanced: {@code
   * 2026-01-31T09:00:00Z}. Empty for a clock that starts now and runs.
   */
  String stoppedAt() default "";

  /** Whether requests that no document foresees are let pass. */
  boolean allowsUnexpectedRequests() default false;
}
