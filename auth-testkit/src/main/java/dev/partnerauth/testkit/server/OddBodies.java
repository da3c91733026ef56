package dev.partnerauth.testkit.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.testkit.fault.OddAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes granted answers odd. */
final class OddBodies {

  private static final List<String> TOKENS = List.of("access_token", "token");

  private OddBodies() {}

  static WireAnswer of(OddAnswer odd, JsonObject body) {
    if (odd instanceof OddAnswer.NotJson) {
      return WireAnswer.html(200, "Welcome");
    }
    if (odd instanceof OddAnswer.WithoutField without) {
      body.remove(without.field());
    } else if (odd instanceof OddAnswer.TruncatedToken truncated) {
      TOKENS.stream()
          .filter(body::has)
          .forEach(field -> body.addProperty(field, truncated.cut(body.get(field).getAsString())));
    } else if (odd instanceof OddAnswer.NumbersAsNumbers) {
      change(body, number -> new JsonPrimitive(Long.valueOf(number.getAsString())));
    } else {
      change(body, number -> new JsonPrimitive(number.getAsString()));
    }
    return WireAnswer.json(200, body);
  }

  private static void change(JsonObject body, UnaryOperator<JsonPrimitive> form) {
    for (Map.Entry<String, JsonElement> member : body.entrySet()) {
      if (member.getValue() instanceof JsonPrimitive value
          && value.getAsString().matches("[0-9]{1,18}")) {
        member.setValue(form.apply(value));
      }
    }
  }
}
