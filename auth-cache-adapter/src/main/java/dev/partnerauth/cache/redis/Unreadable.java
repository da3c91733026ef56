package dev.partnerauth.cache.redis;

/** Something in Redis is not what it should be. The message is free of its content. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  Unreadable(String message) {
    super(message);
  }
}
