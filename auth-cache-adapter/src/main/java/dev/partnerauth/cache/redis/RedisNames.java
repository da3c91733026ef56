package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenName;

/**
 * The names in Redis: the namespace, the kind of record, and a keyed hash of what it is about, so
 * that a reader of Redis learns neither apps nor end users. A namespace stands in braces: it is the
 * hash tag by which a proxy leaves it on one server, as scripts need it.
 */
final class RedisNames {

  private final String prefix;
  private final KeyRing keys;

  /**
   * @param keys of this namespace
   */
  RedisNames(String namespace, KeyRing keys) {
    this.prefix = "{partnerauth:" + namespace + "}:";
    this.keys = keys;
  }

  String hash(TokenName name) {
    return keys.hash("name", name.canonical());
  }

  String hash(TokenDigest token) {
    return keys.hash("token", token.hex().getBytes(US_ASCII));
  }

  /** What a rejection of this token is called. */
  Rejection rejection(TokenName name, Token token) {
    return new Rejection(hash(name), hash(token.digest()));
  }

  /** Where a token is shared. */
  String entry(String name) {
    return prefix + "token:" + name;
  }

  /** Held by the node that asks for a token. */
  String lease(String name) {
    return prefix + "lease:" + name;
  }

  /** Stands while a rejected token would still live. */
  String tombstone(String token) {
    return prefix + "rejected:" + token;
  }

  /** The latest rejections, for nodes that were cut off. */
  String rejections() {
    return prefix + "rejections";
  }

  /** The channel on which rejections are told. */
  String channel() {
    return prefix + "rejections";
  }

  /** Written to see whether Redis takes what is written. */
  String probe() {
    return prefix + "probe";
  }
}
