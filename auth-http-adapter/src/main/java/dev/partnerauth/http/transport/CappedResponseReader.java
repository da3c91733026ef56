package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** What {@link CappedResponseConsumer} is to the asynchronous client. */
record CappedResponseReader(int largestAnswer, BooleanSupplier abandoned, Runnable endConnection)
    implements HttpClientResponseHandler<HttpResponse> {

  @Override
  public HttpResponse handleResponse(ClassicHttpResponse response) throws IOException {
    byte[] body = response.getEntity() == null ? new byte[0] : read(response.getEntity());
    return new HttpResponse(response.getCode(), ApacheHeaders.of(response), body);
  }

  private byte[] read(HttpEntity entity) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] part = new byte[8_192];
    // Not closed: that would read on to the end of an answer that may have none.
    InputStream content = entity.getContent();
    for (int read = content.read(part); read >= 0; read = content.read(part)) {
      if (abandoned.getAsBoolean()) {
        throw new TransportTimeoutException(Phase.WHOLE_CALL);
      }
      if (body.size() + read > largestAnswer) {
        // HttpClient would read on to the end, which may never come, before it lets go.
        endConnection.run();
        throw new AnswerTooLargeException(largestAnswer);
      }
      body.write(part, 0, read);
    }
    return body.toByteArray();
  }
}
