package dev.partnerauth.examples.plain;

import dev.partnerauth.claim.InterviewId;
import java.io.IOException;
import java.util.Optional;

/**
 * The finished document. Others wrote its HTML, so it may run nothing and reach nothing of ours.
 */
final class Document {

  private final Platform platform;
  private final Interviews interviews;
  private final RateLimit rateLimit = new RateLimit();

  Document(Platform platform, Interviews interviews) {
    this.platform = platform;
    this.interviews = interviews;
  }

  void answer(Call call, Session session, String interviewId) throws IOException {
    if (rateLimit.refuses(call, session)) {
      return;
    }
    Optional<InterviewId> owned = interviews.of(session.user(), interviewId);
    if (owned.isEmpty()) {
      call.answer(404);
      return;
    }
    Optional<String> document = platform.document(owned.get());
    if (document.isEmpty()) {
      call.answer(409);
      return;
    }
    call.with("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .answer(200, "text/html; charset=utf-8", document.get());
  }
}
