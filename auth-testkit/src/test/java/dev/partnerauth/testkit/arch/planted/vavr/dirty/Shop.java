package dev.partnerauth.testkit.arch.planted.vavr.dirty;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Optional;

public class Shop<T extends io.vavr.Value<String>> {

  protected final Option<String> field = Option.none();

  public Shop(Try<String> parameter) {}

  public Either<String, Optional<Seq<String>>> deepInTheTypeArguments() {
    return Either.left("closed");
  }

  public HashMap<String, String>[] array() {
    throw new UnsupportedOperationException();
  }

  public <E extends Exception & java.util.function.Supplier<Option<String>>> void refuse()
      throws E {}

  public record Item(Option<String> component) {}

  public static final class Branch extends Hidden {}

  abstract static class Hidden {
    public Option<String> inherited() {
      return Option.none();
    }
  }
}
