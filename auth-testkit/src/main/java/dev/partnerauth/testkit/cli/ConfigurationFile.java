package dev.partnerauth.testkit.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.testkit.form.SandboxFile;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The sandbox's file, in YAML, of which JSON is a part. */
final class ConfigurationFile {

  private static final int DEEPEST = 20;

  private ConfigurationFile() {}

  /**
   * @throws CommandException with a line for each mistake, none of which repeats a secret
   */
  static SandboxFile read(String file) {
    return object(file, text(file))
        .flatMap(SandboxFile::read)
        .getOrElseThrow(invalid -> new CommandException(told(file, invalid)));
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new CommandException(file + " cannot be read. Name a file of text in UTF-8.");
    }
  }

  private static Either<InvalidRequest, JsonObject> object(String file, String text) {
    try {
      Object loaded = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
      return json(loaded, 0) instanceof JsonObject object
          ? Either.right(object)
          : wrong("is no object", "apps, purposes and faults as its members");
    } catch (MarkedYamlEngineException e) {
      // The message would quote the line, and with it a secret.
      return wrong(
          "is neither JSON nor YAML"
              + e.getProblemMark()
                  .map(mark -> ", line " + (mark.getLine() + 1) + ": " + e.getProblem())
                  .orElse(""),
          "one of the two");
    } catch (YamlEngineException e) {
      return wrong("is neither JSON nor YAML", "one of the two");
    }
  }

  private static Either<InvalidRequest, JsonObject> wrong(String problem, String expected) {
    return Either.left(
        InvalidRequest.because(new Violation.Malformed("the file", problem, expected)));
  }

  private static JsonElement json(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new YamlEngineException("too deep");
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, member) -> object.add(String.valueOf(name), json(member, depth + 1)));
      return object;
    }
    if (value instanceof Collection<?> items) {
      JsonArray array = new JsonArray();
      items.forEach(item -> array.add(json(item, depth + 1)));
      return array;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    return Optional.ofNullable(value)
        .<JsonElement>map(text -> new JsonPrimitive(text.toString()))
        .orElse(JsonNull.INSTANCE);
  }

  private static List<String> told(String file, InvalidRequest invalid) {
    return invalid.violations().stream()
        .map(violation -> file + ": " + violation.describe())
        .toList();
  }
}
