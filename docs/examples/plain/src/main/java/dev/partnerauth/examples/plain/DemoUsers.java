package dev.partnerauth.examples.plain;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Five people whose passwords everybody knows. */
final class DemoUsers {

  private DemoUsers() {}

  static Map<String, String> passwords() {
    return Stream.of("alice", "bob", "carol", "dave", "erin")
        .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> name + "-password"));
  }
}
