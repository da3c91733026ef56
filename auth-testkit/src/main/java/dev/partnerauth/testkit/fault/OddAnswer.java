package dev.partnerauth.testkit.fault;

/**
 * A granted answer whose body is odd.
 *
 * @since 0.1.0
 */
public sealed interface OddAnswer extends Fault {

  /** Its token ends in the middle. */
  record TruncatedToken() implements OddAnswer {

    /** What is left of a token. */
    public String cut(String token) {
      return token.substring(0, token.length() / 2);
    }

    @Override
    public String describe() {
      return "a token that ends in its middle";
    }
  }

  /**
   * @param field by its name on the wire
   */
  record WithoutField(String field) implements OddAnswer {
    @Override
    public String describe() {
      return "an answer without " + field;
    }
  }

  /** Every number as a JSON number. */
  record NumbersAsNumbers() implements OddAnswer {
    @Override
    public String describe() {
      return "an answer with numbers as JSON numbers";
    }
  }

  /** Every number as a JSON string. */
  record NumbersAsStrings() implements OddAnswer {
    @Override
    public String describe() {
      return "an answer with numbers as JSON strings";
    }
  }

  /** Status 200, and a page for people. */
  record NotJson() implements OddAnswer {
    @Override
    public String describe() {
      return "an answer that is no JSON";
    }
  }
}
