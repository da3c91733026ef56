package dev.partnerauth.http.bearer;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** Has the request with the token forgotten as soon as it was answered, or failed. */
record ForgettingCallback(AsyncExecCallback next, Runnable forget) implements AsyncExecCallback {

  @Override
  public @Nullable AsyncDataConsumer handleResponse(
      HttpResponse response, @Nullable EntityDetails entity) throws HttpException, IOException {
    forget.run();
    return next.handleResponse(response, entity);
  }

  @Override
  public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
    next.handleInformationResponse(response);
  }

  @Override
  public void completed() {
    next.completed();
  }

  @Override
  public void failed(Exception cause) {
    forget.run();
    next.failed(cause);
  }
}
