package dev.partnerauth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.app.ClientId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes the parts of a name one after the other. */
final class CanonicalBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private CanonicalBytes() {}

  static CanonicalBytes of(TokenKind kind, ClientId clientId) {
    return new CanonicalBytes().text(kind.name()).text(clientId.value());
  }

  static CanonicalBytes of(ClientId clientId, ServiceTokenRequest request) {
    CanonicalBytes name = of(TokenKind.SERVICE, clientId).text(request.purpose().name());
    Map<String, String> claims = new TreeMap<>();
    request.claims().asMap().forEach((claim, value) -> claims.put(claim.value(), value));
    name.number(claims.size());
    claims.forEach((claim, value) -> name.text(claim).text(value));
    return name.lifetime(request.lifetime());
  }

  CanonicalBytes text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    return number(encoded.length).written(() -> out.write(encoded));
  }

  private CanonicalBytes number(long number) {
    return written(() -> out.writeLong(number));
  }

  private CanonicalBytes lifetime(Lifetime lifetime) {
    if (lifetime instanceof Lifetime.For span) {
      return text("for").number(span.duration().toSeconds()).number(span.duration().toNanosPart());
    }
    Instant end = ((Lifetime.Until) lifetime).expiration();
    return text("until").number(end.getEpochSecond()).number(end.getNano());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private CanonicalBytes written(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }
}
