package dev.partnerauth.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs what it issues and recognises its own signature, so that no token need be remembered.
 * Thread-safe.
 */
final class TokenMint {

  /** Written out, since Nimbus would start a JSON library of its own for it. */
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256)
          .type(JOSEObjectType.JWT)
          .parsedBase64URL(encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}"))
          .build();

  private final MACSigner signer;
  private final MACVerifier verifier;

  /**
   * @param key at least 32 bytes
   */
  TokenMint(byte[] key) {
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("an HS256 key has at least 32 bytes", e);
    }
  }

  String sign(JsonObject payload) {
    try {
      JWSObject token = new JWSObject(HEADER, new Payload(encoded(payload.toString())));
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("HS256 with a checked key does not fail", e);
    }
  }

  /**
   * By the JDK: Nimbus encodes as if everything were a secret, which is most of a signature's time.
   */
  private static Base64URL encoded(String json) {
    return new Base64URL(
        Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8)));
  }

  /** The payload of a token that was signed here. */
  Optional<JsonObject> open(String token) {
    try {
      JWSObject parsed = JWSObject.parse(token);
      return parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) && parsed.verify(verifier)
          ? Optional.of(JsonParser.parseString(parsed.getPayload().toString()).getAsJsonObject())
          : Optional.empty();
    } catch (ParseException | JOSEException notOurs) {
      return Optional.empty();
    }
  }
}
