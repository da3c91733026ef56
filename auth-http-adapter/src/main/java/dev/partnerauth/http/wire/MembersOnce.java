package dev.partnerauth.http.wire;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads strict JSON and notes which members the outermost object gives twice: nobody knows which of
 * them is meant, and Gson takes the last without a word.
 */
final class MembersOnce extends JsonReader {

  /** Published answers nest three deep. */
  private static final int DEEPEST_NESTING = 32;

  private final Set<String> names = new HashSet<>();
  private final Set<String> givenTwice = new HashSet<>();
  private int depth;

  MembersOnce(String text) {
    super(new StringReader(text));
    setStrictness(Strictness.STRICT);
    setNestingLimit(DEEPEST_NESTING);
  }

  Set<String> givenTwice() {
    return givenTwice;
  }

  @Override
  public String nextName() throws IOException {
    String name = super.nextName();
    if (depth == 1 && !names.add(name)) {
      givenTwice.add(name);
    }
    return name;
  }

  @Override
  public void beginObject() throws IOException {
    super.beginObject();
    depth++;
  }

  @Override
  public void endObject() throws IOException {
    super.endObject();
    depth--;
  }

  @Override
  public void beginArray() throws IOException {
    super.beginArray();
    depth++;
  }

  @Override
  public void endArray() throws IOException {
    super.endArray();
    depth--;
  }
}
