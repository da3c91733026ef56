package dev.partnerauth.testkit.arch.planted.sides.dirty.http;

import dev.partnerauth.testkit.arch.planted.sides.dirty.cache.CachedPort;
import java.util.List;

public interface HttpPort {

  List<CachedPort> ports();
}
