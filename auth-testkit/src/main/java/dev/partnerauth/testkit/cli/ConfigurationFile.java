package dev.partnerauth.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.io.InputStream;
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

  private static final int LARGEST = 1024 * 1024;
  private static final int MOST_BRACKETS = 200;
  private static final int DEEPEST = 20;
  private static final int MOST_NODES = 100_000;

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
    try (InputStream octets = Files.newInputStream(Path.of(file))) {
      byte[] read = octets.readNBytes(LARGEST + 1);
      if (read.length > LARGEST) {
        throw new CommandException(file + " is larger than a mebibyte. Name a smaller file.");
      }
      return new String(read, UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw new CommandException(file + " cannot be read. Name a file of text in UTF-8.");
    }
  }

  private static Either<InvalidRequest, JsonObject> object(String file, String text) {
    if (isTooDeep(text)) {
      return wrong(
          "has too many brackets within brackets", "the members that docs/sandbox.md shows");
    }
    try {
      Object loaded = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
      return new Converted().json(loaded, 0) instanceof JsonObject object
          ? Either.right(object)
          : wrong("is no object", "apps, purposes and faults as its members");
    } catch (MarkedYamlEngineException e) {
      // Its message would quote what stands there, which may be a secret.
      return wrong(
          "is neither JSON nor YAML"
              + e.getProblemMark().map(mark -> ", see line " + (mark.getLine() + 1)).orElse(""),
          "one of the two");
    } catch (YamlEngineException e) {
      return wrong("is neither JSON nor YAML", "one of the two");
    }
  }

  /** The parser would need more stack than there is. */
  private static boolean isTooDeep(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '[' || character == '{') {
        depth++;
      } else if (character == ']' || character == '}') {
        depth--;
      }
      if (depth > MOST_BRACKETS) {
        return true;
      }
    }
    return false;
  }

  private static Either<InvalidRequest, JsonObject> wrong(String problem, String expected) {
    return Either.left(
        InvalidRequest.because(new Violation.Malformed("the file", problem, expected)));
  }

  private static List<String> told(String file, InvalidRequest invalid) {
    return invalid.violations().stream()
        .map(violation -> file + ": " + violation.describe())
        .toList();
  }

  /** What was loaded, as JSON. Anchors make much of little, so what comes of them is counted. */
  private static final class Converted {

    private int nodes;

    JsonElement json(@Nullable Object value, int depth) {
      if (depth > DEEPEST || ++nodes > MOST_NODES) {
        throw new YamlEngineException("too much");
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
  }
}
