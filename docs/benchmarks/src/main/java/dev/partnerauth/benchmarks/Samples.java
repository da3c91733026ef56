package dev.partnerauth.benchmarks;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ServiceToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Apps and tokens as large as real ones. */
public final class Samples {

  public static final BackendApp BACKEND = BackendApp.of("benchmark-backend", "no secret").get();
  public static final FrontendApp FRONTEND =
      FrontendApp.of("benchmark-frontend", "no secret").get();

  public static final int TOKEN_LENGTH = 900;

  private static final int SERVICE_TOKEN_LENGTH = 700;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Samples() {}

  /** A text as long as that; the same number gives the same text. */
  public static String text(long number, int length) {
    SplittableRandom random = new SplittableRandom(number);
    byte[] characters = new byte[length];
    for (int i = 0; i < length; i++) {
      characters[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }
    return new String(characters, StandardCharsets.US_ASCII);
  }

  /** Delegates one interview. Nothing in it is shared with any other. */
  public static ServiceToken serviceToken(long number) {
    Instant now = Instant.now();
    return ServiceToken.issued(
            text(-number - 1, SERVICE_TOKEN_LENGTH),
            new DelegatedPurpose(
                "interview", Claims.of(new InterviewId(new UUID(number, ~number).toString()))),
            now,
            now.plus(Duration.ofDays(365)))
        .get();
  }

  /** As an answer lists them. */
  public static List<String> apiProducts() {
    return List.of("interviews", "rocketdocuments", "binders");
  }
}
