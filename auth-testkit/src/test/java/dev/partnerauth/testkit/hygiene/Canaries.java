package dev.partnerauth.testkit.hygiene;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Secrets that must not be seen anywhere, in every dress in which they may come along. */
final class Canaries {

  static final String BACKEND_SECRET = "canary1-backend+Secret/of\"the=app";
  static final String FRONTEND_SECRET = "canary2-frontend+Secret/of\"the=app";
  static final String WRONG_SECRET = "canary3-mistyped+Secret/of\"the=app";
  static final String PROXY_PASSWORD = "canary4-proxy+Password/of\"us";
  static final String STORE_PASSWORD = "canary5-store+Password/of\"us";
  static final String BEARER = "canary6.bearer-that-came-from-0ut5ide.the-test";
  static final String CODE = "canary7.service-token-that-came-from-0ut5ide";
  static final String ANSWERED = "canary8.token-in-an-answer-that-d0es-n0t-fit";

  private static final int LONG_ENOUGH_TO_HALVE = 16;

  private final Set<String> dresses = new ConcurrentSkipListSet<>();

  Canaries() {
    for (String secret :
        Set.of(
            BACKEND_SECRET,
            FRONTEND_SECRET,
            WRONG_SECRET,
            PROXY_PASSWORD,
            STORE_PASSWORD,
            BEARER,
            CODE,
            ANSWERED)) {
      watch(secret);
    }
    watch("canary-user:" + PROXY_PASSWORD);
  }

  /** Watches for a token that was issued. */
  void watch(String secret) {
    dresses.add(secret);
    dresses.add(URLEncoder.encode(secret, UTF_8));
    dresses.add(new Gson().toJson(secret).replaceAll("^\"|\"$", ""));
    dresses.add(Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)));
    dresses.add(Base64.getUrlEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)));
    if (secret.length() > LONG_ENOUGH_TO_HALVE) {
      dresses.add(secret.substring(0, secret.length() / 2));
      dresses.add(secret.substring(secret.length() / 2));
    }
  }

  Collection<String> dresses() {
    return dresses;
  }

  boolean isSeenIn(Printed printed) {
    return dresses.stream().anyMatch(printed.text()::contains);
  }
}
