package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenTimes;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of an entry: the keyed hash of its token's digest, so that a script can tell tokens
 * apart, and then all of it, sealed for this name and this hash. Reads what it wrote, and nothing
 * else: never more than there is, and nothing that the domain would not take from a stranger.
 */
final class EntryCodec {

  /** The greatest length of an entry, in bytes: twice what a token of the greatest length takes. */
  static final int MAXIMUM_BYTES = 64 * 1024;

  private static final byte VERSION = 1;
  private static final byte ACCESS = 1;
  private static final byte SERVICE = 2;
  private static final byte SCOPED_ACCESS = 3;

  /** The least that an element of a list takes: a text's length. */
  private static final int SMALLEST_ELEMENT = Integer.BYTES;

  private final RedisNames names;
  private final Aead aead;

  EntryCodec(RedisNames names, Aead aead) {
    this.names = names;
    this.aead = aead;
  }

  /**
   * Nothing for an entry that would be too long.
   *
   * @param name the hash of the name that it is written for
   */
  Optional<byte[]> encode(String name, SharedEntry entry) {
    String hash = names.hash(entry.token().digest());
    byte[] sealed = aead.seal(contentOf(entry), place(name, hash));
    int length = KeyRing.HASH_LENGTH + sealed.length;
    return length > MAXIMUM_BYTES
        ? Optional.empty()
        : Optional.of(ByteBuffer.allocate(length).put(hash.getBytes(US_ASCII)).put(sealed).array());
  }

  SharedEntry decode(String name, byte[] value) throws UnreadableEntryException {
    if (value.length < KeyRing.HASH_LENGTH) {
      throw new UnreadableEntryException("is cut off");
    }
    String hash = new String(value, 0, KeyRing.HASH_LENGTH, US_ASCII);
    byte[] sealed = Arrays.copyOfRange(value, KeyRing.HASH_LENGTH, value.length);
    SharedEntry entry = entryOf(aead.open(sealed, place(name, hash)));
    if (!names.hash(entry.token().digest()).equals(hash)) {
      throw new UnreadableEntryException("belongs to another token");
    }
    return entry;
  }

  private String place(String name, String hash) {
    return names.entry(name) + " " + hash;
  }

  /** The entry in the clear, with all that is known of its token. */
  static byte[] contentOf(SharedEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(entry, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(SharedEntry entry, DataOutputStream out) throws IOException {
    Token token = entry.token();
    out.writeByte(VERSION);
    out.writeLong(entry.remaining().toMillis());
    out.writeLong(entry.timeToLive().toMillis());
    out.writeByte(
        switch (token.kind()) {
          case SERVICE -> SERVICE;
          case SCOPED_ACCESS -> SCOPED_ACCESS;
          case ACCESS, UNKNOWN -> ACCESS;
        });
    write(token.reveal(), out);
    write(token.obtainedAt(), out);
    if (token instanceof BearerToken bearer) {
      write(bearer.expiresAt(), out);
      writeOptional(bearer.times().issuedAt(), out);
      out.writeInt(bearer.apiProducts().size());
      for (String product : bearer.apiProducts()) {
        write(product, out);
      }
    }
    if (token instanceof ServiceToken service) {
      writeOptional(service.expiration(), out);
      write(service.delegates(), out);
    }
    if (token instanceof ScopedAccessToken scoped) {
      write(scoped.delegates(), out);
    }
  }

  private static void write(Optional<DelegatedPurpose> delegates, DataOutputStream out)
      throws IOException {
    out.writeBoolean(delegates.isPresent());
    if (delegates.isPresent()) {
      write(delegates.get().name(), out);
      var claims = delegates.get().claims().asMap();
      out.writeInt(claims.size());
      for (var claim : claims.entrySet()) {
        write(claim.getKey().value(), out);
        write(claim.getValue(), out);
      }
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] encoded = text.getBytes(UTF_8);
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private static void writeOptional(Optional<Instant> instant, DataOutputStream out)
      throws IOException {
    out.writeBoolean(instant.isPresent());
    if (instant.isPresent()) {
      write(instant.get(), out);
    }
  }

  private static void write(Instant instant, DataOutputStream out) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  /** What {@link #contentOf} wrote. */
  static SharedEntry entryOf(byte[] content) throws UnreadableEntryException {
    ByteBuffer in = ByteBuffer.wrap(content);
    try {
      SharedEntry entry = readEntry(in);
      if (in.hasRemaining()) {
        throw new UnreadableEntryException("is longer than a token");
      }
      return entry;
    } catch (BufferUnderflowException e) {
      throw new UnreadableEntryException("is shorter than a token");
    } catch (CharacterCodingException | DateTimeException | IllegalArgumentException e) {
      throw new UnreadableEntryException("holds something that no token has");
    }
  }

  private static SharedEntry readEntry(ByteBuffer in)
      throws UnreadableEntryException, CharacterCodingException {
    if (in.get() != VERSION) {
      throw new UnreadableEntryException("is written in a format that is not known here");
    }
    Duration remaining = Duration.ofMillis(in.getLong());
    Duration timeToLive = Duration.ofMillis(in.getLong());
    return new SharedEntry(readToken(in), remaining, timeToLive);
  }

  private static Token readToken(ByteBuffer in)
      throws UnreadableEntryException, CharacterCodingException {
    byte kind = in.get();
    String text = readText(in);
    Instant obtainedAt = readInstant(in);
    return switch (kind) {
      case ACCESS -> valid(AccessToken.of(text, readTimes(obtainedAt, in), readTexts(in)));
      case SCOPED_ACCESS ->
          valid(
              ScopedAccessToken.of(
                  text, readTimes(obtainedAt, in), readTexts(in), readDelegates(in)));
      case SERVICE ->
          valid(
              ServiceToken.restored(text, obtainedAt, readOptionalInstant(in), readDelegates(in)));
      default -> throw new UnreadableEntryException("is a token of a kind that is not known here");
    };
  }

  private static TokenTimes readTimes(Instant obtainedAt, ByteBuffer in) {
    return new TokenTimes(obtainedAt, readInstant(in), readOptionalInstant(in));
  }

  private static Optional<DelegatedPurpose> readDelegates(ByteBuffer in)
      throws CharacterCodingException {
    if (!readFlag(in)) {
      return Optional.empty();
    }
    String name = readText(in);
    Claims claims = Claims.none();
    for (int left = readCount(SMALLEST_ELEMENT, in); left > 0; left--) {
      claims = valid(claims.and(valid(ClaimName.of(readText(in))), readText(in)));
    }
    return Optional.of(valid(DelegatedPurpose.of(name, claims)));
  }

  private static List<String> readTexts(ByteBuffer in) throws CharacterCodingException {
    List<String> texts = new ArrayList<>();
    for (int left = readCount(SMALLEST_ELEMENT, in); left > 0; left--) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static String readText(ByteBuffer in) throws CharacterCodingException {
    byte[] encoded = new byte[readCount(Byte.BYTES, in)];
    in.get(encoded);
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded)).toString();
  }

  /**
   * How many elements follow; no number reserves memory for what is not there.
   *
   * @param smallest the least that an element takes, in bytes
   */
  private static int readCount(int smallest, ByteBuffer in) {
    int count = in.getInt();
    if (count < 0 || count > in.remaining() / smallest) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  private static Optional<Instant> readOptionalInstant(ByteBuffer in) {
    return readFlag(in) ? Optional.of(readInstant(in)) : Optional.empty();
  }

  private static Instant readInstant(ByteBuffer in) {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }

  private static boolean readFlag(ByteBuffer in) {
    byte flag = in.get();
    if (flag != 0 && flag != 1) {
      throw new IllegalArgumentException("A flag is 0 or 1");
    }
    return flag == 1;
  }

  private static <V> V valid(Either<Violation, V> checked) {
    return checked.getOrElseThrow(violation -> new IllegalArgumentException(violation.describe()));
  }
}
