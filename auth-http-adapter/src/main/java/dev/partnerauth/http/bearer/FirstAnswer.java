package dev.partnerauth.http.bearer;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** Hands everything on, except for a 401 with a body, which is looked at first. */
final class FirstAnswer implements AsyncExecCallback {

  private final AsyncBearerCall call;
  private final CarriedToken token;
  private volatile @Nullable PeekingConsumer refusal;
  private volatile boolean decided;

  FirstAnswer(AsyncBearerCall call, CarriedToken token) {
    this.call = call;
    this.token = token;
  }

  @Override
  public @Nullable AsyncDataConsumer handleResponse(
      HttpResponse response, @Nullable EntityDetails entity) throws HttpException, IOException {
    if (response.getCode() != BearerPolicy.UNAUTHORIZED || entity == null || call.wasRedirected()) {
      return call.caller().handleResponse(response, entity);
    }
    PeekingConsumer peeking =
        new PeekingConsumer(() -> call.caller().handleResponse(response, entity));
    refusal = peeking;
    return peeking;
  }

  @Override
  public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
    call.caller().handleInformationResponse(response);
  }

  /** May be said twice, and before the answer's end, when a refused request is still being sent. */
  @Override
  public void completed() {
    PeekingConsumer answer = refusal;
    if (answer == null || answer.isHandedOver()) {
      call.caller().completed();
    } else if (answer.isAtItsEnd() && !decided) {
      decided = true;
      call.afterRefusal(token, answer);
    }
  }

  @Override
  public void failed(Exception cause) {
    if (!decided) {
      call.caller().failed(cause);
    }
  }
}
