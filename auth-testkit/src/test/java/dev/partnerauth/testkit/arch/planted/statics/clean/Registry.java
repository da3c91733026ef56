package dev.partnerauth.testkit.arch.planted.statics.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

@SuppressWarnings("unused")
enum Registry {
  ONE,
  TWO;

  static final String TEXT = "text";
  static final List<String> LIST = List.of("one");
  static final Set<Integer> COPY = Set.copyOf(LIST.stream().map(String::length).toList());
  static final Map<String, Registry> MAP = built();
  static final Supplier<List<String>> NEW_EACH_TIME = () -> new ArrayList<>();

  private static Map<String, Registry> built() {
    return Map.of("one", ONE);
  }
}
