package dev.partnerauth.testkit.arch.planted.sides.dirty.cache;

import dev.partnerauth.testkit.arch.planted.sides.dirty.testkit.FakePort;

public final class CachedPort {
  Object port() {
    return new FakePort();
  }
}
