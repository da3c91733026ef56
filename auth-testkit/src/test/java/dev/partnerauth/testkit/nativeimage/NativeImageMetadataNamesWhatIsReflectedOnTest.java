package dev.partnerauth.testkit.nativeimage;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.testkit.docs.RecordedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativeImageMetadataNamesWhatIsReflectedOnTest {

  private static final Path METADATA =
      Path.of(
          "../auth-http-adapter/src/main/resources",
          "META-INF/native-image/dev.partnerauth/auth-http-adapter/reflect-config.json");

  @Test
  void nothingLessAndNothingMore() throws IOException {
    ReflectedTypes used = new ReflectedTypes();
    JsonArray entries = new JsonArray();
    used.takenApartByGson().forEach(name -> entries.add(whole(name)));
    used.introspections().forEach(name -> entries.add(instantiated(name)));
    String rendered = new GsonBuilder().setPrettyPrinting().create().toJson(entries) + "\n";
    new RecordedFile(METADATA, "native.write").says(rendered);
  }

  /** Gson reads a record by its components and makes it by its constructor. */
  private static JsonObject whole(String name) {
    JsonObject entry = instantiated(name);
    Stream.of("allDeclaredFields", "allDeclaredMethods", "allRecordComponents")
        .forEach(what -> entry.addProperty(what, true));
    return entry;
  }

  private static JsonObject instantiated(String name) {
    JsonObject entry = new JsonObject();
    entry.addProperty("name", name);
    entry.addProperty("allDeclaredConstructors", true);
    return entry;
  }
}
