package dev.partnerauth.testkit.arch.planted.statics.dirty;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("unused")
class Disguised {

  static final Map<String, String> MAP = new HashMap<>();
  static final EnumSet<TimeUnit> SET = EnumSet.allOf(TimeUnit.class);
  static final List<String> CONSTANT = List.of();
}
