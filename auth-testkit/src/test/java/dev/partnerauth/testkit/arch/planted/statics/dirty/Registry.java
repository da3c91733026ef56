package dev.partnerauth.testkit.arch.planted.statics.dirty;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

@SuppressWarnings({"NonFinalStaticField", "unused"})
class Registry {

  static int notFinal;
  static final String[] ARRAY = {};
  static final AtomicLong COUNTER = new AtomicLong();
  static final ConcurrentMap<String, String> CONCURRENT = new ConcurrentHashMap<>();
  static final ThreadLocal<String> PER_THREAD = new ThreadLocal<>();
}
