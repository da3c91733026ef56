package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes tokens as bytes, with all that is known of them; {@link TokenReader} reads them. */
final class TokenWriter {

  static final byte VERSION = 1;
  static final byte ACCESS = 1;
  static final byte SERVICE = 2;
  static final byte SCOPED_ACCESS = 3;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private TokenWriter() {}

  static byte[] write(SharedToken shared) {
    TokenWriter writer = new TokenWriter();
    try {
      writer.shared(shared);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return writer.bytes.toByteArray();
  }

  private void shared(SharedToken shared) throws IOException {
    Token token = shared.token();
    out.writeByte(VERSION);
    out.writeLong(shared.remaining().toMillis());
    out.writeLong(shared.timeToLive().toMillis());
    out.writeByte(kindOf(token));
    text(token.reveal());
    instant(token.obtainedAt());
    if (token instanceof BearerToken bearer) {
      instant(bearer.expiresAt());
      instant(bearer.times().issuedAt());
      texts(bearer.apiProducts());
    }
    if (token instanceof ServiceToken service) {
      instant(service.expiration());
      delegates(service.delegates());
    }
    if (token instanceof ScopedAccessToken scoped) {
      delegates(scoped.delegates());
    }
  }

  private static byte kindOf(Token token) {
    if (token instanceof ServiceToken) {
      return SERVICE;
    }
    return token instanceof ScopedAccessToken ? SCOPED_ACCESS : ACCESS;
  }

  private void delegates(Optional<DelegatedPurpose> delegates) throws IOException {
    out.writeBoolean(delegates.isPresent());
    if (delegates.isPresent()) {
      text(delegates.get().name());
      var claims = delegates.get().claims().asMap();
      out.writeInt(claims.size());
      for (var claim : claims.entrySet()) {
        text(claim.getKey().value());
        text(claim.getValue());
      }
    }
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  private void text(String text) throws IOException {
    byte[] encoded = text.getBytes(UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private void instant(Optional<Instant> instant) throws IOException {
    out.writeBoolean(instant.isPresent());
    if (instant.isPresent()) {
      instant(instant.get());
    }
  }

  private void instant(Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }
}
