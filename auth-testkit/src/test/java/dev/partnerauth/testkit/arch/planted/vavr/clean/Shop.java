package dev.partnerauth.testkit.arch.planted.vavr.clean;

import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

public class Shop {

  private final Option<String> ofItsOwn = Option.none();

  public Either<String, Integer> price() {
    return ofItsOwn.toEither("closed").map(String::length);
  }

  List<String> inThePackage() {
    return List.empty();
  }

  private record Item(Option<String> component) {}

  static final class Stock {
    public Option<Item> first() {
      return Option.none();
    }
  }
}
