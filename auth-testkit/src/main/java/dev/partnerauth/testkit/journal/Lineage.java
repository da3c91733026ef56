package dev.partnerauth.testkit.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which token made which. A sandbox numbers its tokens from 1 and writes into each token's {@code
 * jti} the numbers of those that it comes from: {@code 1.2.3} is token 3, exchanged for service
 * token 2, which was made with access token 1.
 *
 * @param numbers the oldest ancestor's first, the token's own last; never empty
 * @since 0.1.0
 */
public record Lineage(List<Long> numbers) {

  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18}){0,9}");

  /**
   * @throws IllegalArgumentException without a number
   */
  public Lineage {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a lineage without a number");
    }
  }

  /** Of a token that comes from no other. */
  public static Lineage of(long number) {
    return new Lineage(List.of(number));
  }

  /** As {@link #toString} writes it; nothing when the text is no lineage. */
  public static Optional<Lineage> parse(String text) {
    return NUMBERS.matcher(text).matches()
        ? Optional.of(new Lineage(Arrays.stream(text.split("\\.")).map(Long::valueOf).toList()))
        : Optional.empty();
  }

  /** Of a token that is made with this one. */
  public Lineage child(long number) {
    return new Lineage(Stream.concat(numbers.stream(), Stream.of(number)).toList());
  }

  /** The token's own number. */
  public long number() {
    return numbers.get(numbers.size() - 1);
  }

  /** Of the token that this one was made with. */
  public Optional<Lineage> parent() {
    return numbers.size() == 1
        ? Optional.empty()
        : Optional.of(new Lineage(numbers.subList(0, numbers.size() - 1)));
  }

  /** Whether this token, or one that it comes from, has the number. */
  public boolean comesFrom(long ancestor) {
    return numbers.contains(ancestor);
  }

  @Override
  public String toString() {
    return numbers.stream().map(Object::toString).collect(Collectors.joining("."));
  }
}
