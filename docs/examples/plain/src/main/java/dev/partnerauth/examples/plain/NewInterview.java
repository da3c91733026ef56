package dev.partnerauth.examples.plain;

import com.google.gson.JsonObject;
import dev.partnerauth.claim.InterviewId;
import java.io.IOException;

/** Starts an interview, which is its starter's from then on. */
final class NewInterview {

  private final Platform platform;
  private final Interviews interviews;
  private final RateLimit rateLimit = new RateLimit();

  NewInterview(Platform platform, Interviews interviews) {
    this.platform = platform;
    this.interviews = interviews;
  }

  void answer(Call call, Session session) throws IOException {
    if (rateLimit.refuses(call, session)) {
      return;
    }
    InterviewId interview = platform.start(session.user());
    interviews.remember(interview, session.user());
    JsonObject answer = new JsonObject();
    answer.addProperty("interviewId", interview.value());
    call.answer(201, answer);
  }
}
