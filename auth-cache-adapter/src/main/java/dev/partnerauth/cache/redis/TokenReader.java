package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenTimes;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link TokenWriter} wrote, and nothing else: never more than there is, and nothing
 * that the domain would not take from a stranger.
 */
final class TokenReader {

  /** A text's length, the least that an element of a list takes. */
  private static final int SMALLEST_ELEMENT = Integer.BYTES;

  private final ByteBuffer in;

  private TokenReader(ByteBuffer in) {
    this.in = in;
  }

  static SharedToken read(byte[] content) throws Unreadable {
    TokenReader reader = new TokenReader(ByteBuffer.wrap(content));
    try {
      SharedToken shared = reader.shared();
      if (reader.in.hasRemaining()) {
        throw new Unreadable("is longer than a token");
      }
      return shared;
    } catch (BufferUnderflowException e) {
      throw new Unreadable("is shorter than a token");
    } catch (CharacterCodingException | DateTimeException | IllegalArgumentException e) {
      throw new Unreadable("holds something that no token has");
    }
  }

  private SharedToken shared() throws Unreadable, CharacterCodingException {
    if (in.get() != TokenWriter.VERSION) {
      throw new Unreadable("is written in a format that is not known here");
    }
    Duration remaining = Duration.ofMillis(in.getLong());
    Duration timeToLive = Duration.ofMillis(in.getLong());
    return new SharedToken(token(), remaining, timeToLive);
  }

  private Token token() throws Unreadable, CharacterCodingException {
    byte kind = in.get();
    String text = text();
    Instant obtainedAt = instant();
    return switch (kind) {
      case TokenWriter.ACCESS -> valid(AccessToken.of(text, times(obtainedAt), texts()));
      case TokenWriter.SCOPED_ACCESS ->
          valid(ScopedAccessToken.of(text, times(obtainedAt), texts(), delegates()));
      case TokenWriter.SERVICE ->
          valid(ServiceToken.restored(text, obtainedAt, optionalInstant(), delegates()));
      default -> throw new Unreadable("is a token of a kind that is not known here");
    };
  }

  private TokenTimes times(Instant obtainedAt) throws Unreadable {
    return new TokenTimes(obtainedAt, instant(), optionalInstant());
  }

  private Optional<DelegatedPurpose> delegates() throws Unreadable, CharacterCodingException {
    if (!flag()) {
      return Optional.empty();
    }
    String name = text();
    Claims claims = Claims.none();
    for (int left = size(); left > 0; left--) {
      claims = valid(claims.and(valid(ClaimName.of(text())), text()));
    }
    return Optional.of(valid(DelegatedPurpose.of(name, claims)));
  }

  private List<String> texts() throws CharacterCodingException {
    List<String> texts = new ArrayList<>();
    for (int left = size(); left > 0; left--) {
      texts.add(text());
    }
    return texts;
  }

  private String text() throws CharacterCodingException {
    byte[] encoded = new byte[atMost(in.remaining() - Integer.BYTES)];
    in.get(encoded);
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded)).toString();
  }

  private int size() {
    return atMost((in.remaining() - Integer.BYTES) / SMALLEST_ELEMENT);
  }

  /** So that no number makes us reserve memory for what is not there. */
  private int atMost(int limit) {
    int number = in.getInt();
    if (number < 0 || number > limit) {
      throw new BufferUnderflowException();
    }
    return number;
  }

  private Optional<Instant> optionalInstant() throws Unreadable {
    return flag() ? Optional.of(instant()) : Optional.empty();
  }

  private Instant instant() {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }

  private boolean flag() throws Unreadable {
    byte flag = in.get();
    if (flag != 0 && flag != 1) {
      throw new Unreadable("holds something that no token has");
    }
    return flag == 1;
  }

  private static <V> V valid(Either<Violation, V> checked) throws Unreadable {
    if (checked.isLeft()) {
      throw new Unreadable("holds something that no token has");
    }
    return checked.get();
  }
}
