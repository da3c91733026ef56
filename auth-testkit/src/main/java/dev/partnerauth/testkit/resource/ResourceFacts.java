package dev.partnerauth.testkit.resource;

import java.time.Duration;

/** How much the platform around the tokens keeps, and for how long it delegates. */
public final class ResourceFacts {

  public static final int INTERVIEWS_KEPT = 10_000;
  public static final int BINDERS_KEPT = 10_000;
  public static final int EVENTS_KEPT = 1_000;

  /** By the service token that a new interview brings; no document says. */
  public static final Duration DELEGATED_FOR = Duration.ofDays(1);

  private ResourceFacts() {}
}
