package dev.partnerauth.testkit.hygiene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** All the ways in which an object can be made to show itself by accident. */
final class Prints {

  private Prints() {}

  static List<Printed> of(Object held) {
    String kind = held.getClass().getSimpleName();
    return List.of(
        new Printed("toString of " + kind, held.toString()),
        new Printed("Gson of " + kind, gson(held)),
        new Printed("Java serialization of " + kind, serialized(held)),
        new Printed(
            "stack trace of " + kind, held instanceof Throwable thrown ? stackTrace(thrown) : ""));
  }

  static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text, true));
    }
    return text.toString();
  }

  /** Gson refuses some objects, and never ends with others; what it says of that counts too. */
  private static String gson(Object held) {
    try {
      return new Gson().toJson(held);
    } catch (RuntimeException | StackOverflowError refused) {
      return refused.toString();
    }
  }

  private static String serialized(Object held) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(held);
    } catch (IOException refused) {
      return bytes.toString(ISO_8859_1) + refused;
    }
    return bytes.toString(ISO_8859_1);
  }
}
