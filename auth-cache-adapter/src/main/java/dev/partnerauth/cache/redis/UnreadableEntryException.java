package dev.partnerauth.cache.redis;

/** An entry in Redis is not what it should be. The message is free of its content. */
final class UnreadableEntryException extends Exception {

  private static final long serialVersionUID = 1;

  UnreadableEntryException(String message) {
    super(message);
  }
}
