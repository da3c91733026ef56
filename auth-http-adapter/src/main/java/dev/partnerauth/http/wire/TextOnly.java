package dev.partnerauth.http.wire;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A JSON string and nothing else: Gson itself would take a number or boolean for text. */
final class TextOnly extends TypeAdapter<@Nullable String> {

  @Override
  public @Nullable String read(JsonReader reader) throws IOException {
    JsonToken token = reader.peek();
    if (token == JsonToken.NULL) {
      reader.nextNull();
      return null;
    }
    if (token != JsonToken.STRING) {
      throw new JsonSyntaxException("not a string");
    }
    return reader.nextString();
  }

  @Override
  public void write(JsonWriter writer, @Nullable String text) throws IOException {
    writer.value(text);
  }
}
