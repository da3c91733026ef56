package dev.partnerauth.testkit.server;

import java.time.Duration;

/** What a client meets before any decision. */
public final class ServerFacts {

  public static final String BASE_PATH = PlatformRoutes.BASE;
  public static final int LARGEST_BODY = WireRequest.LARGEST_BODY;
  public static final Duration PATIENCE = PlatformServer.PATIENCE;
  public static final int LONGEST_LINE = ProblemsOfHttp.LONGEST_LINE;
  public static final int MOST_HEADERS = ProblemsOfHttp.MOST_HEADERS;

  private ServerFacts() {}
}
