package dev.partnerauth.testkit.engine;

import java.time.Duration;

/** What every token of the platform has, as the published samples show it. */
public final class TokenFacts {

  public static final String ISSUER = "rocketlawyer.com";
  public static final String FOR_ACCESS = ISSUER + "/access-tokens";
  public static final String FOR_SERVICE = ISSUER + "/service-tokens";

  /** Of an access token, by what it says itself. */
  public static final Duration LIFETIME = Duration.ofHours(10);

  /** The samples' answers say that a second of it has passed. */
  public static final Duration SPENT = Duration.ofSeconds(1);

  private TokenFacts() {}
}
