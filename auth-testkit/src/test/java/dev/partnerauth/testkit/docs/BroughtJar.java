package dev.partnerauth.testkit.docs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A jar that comes with a module, by the dependency tree that Maven wrote for it. */
record BroughtJar(String group, String artifact, String version) implements Comparable<BroughtJar> {

  private static final String OURS = "dev.partnerauth";

  /** The module's own and all that come with it, but for what is optional or for tests. */
  static Set<BroughtJar> by(String module) throws IOException {
    Path tree = Path.of("..", module, "target", "dependencies.json");
    Set<BroughtJar> brought = new TreeSet<>();
    collect(JsonParser.parseString(Files.readString(tree)).getAsJsonObject(), brought);
    return brought;
  }

  private static void collect(JsonObject node, Set<BroughtJar> brought) {
    brought.add(
        new BroughtJar(text(node, "groupId"), text(node, "artifactId"), text(node, "version")));
    if (node.has("children")) {
      StreamSupport.stream(node.getAsJsonArray("children").spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .filter(child -> text(child, "optional").equals("false"))
          .forEach(child -> collect(child, brought));
    }
  }

  private static String text(JsonObject node, String member) {
    return node.get(member).getAsString();
  }

  boolean isOurs() {
    return group.equals(OURS);
  }

  long bytes() {
    try {
      return Files.size(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    String name = artifact + "-" + version + ".jar";
    return isOurs()
        ? Path.of("..", artifact, "target", name)
        : repository().resolve(Path.of(group.replace('.', '/'), artifact, version, name));
  }

  /**
   * Where Maven keeps what it fetched, as io/vavr/vavr/1.0.1/vavr-1.0.1.jar. The class path of
   * these tests does not do: it may hold other versions of what the adapters bring.
   */
  private static Path repository() {
    URI vavr =
        URI.create(Either.class.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(vavr).resolve("../../../../..").normalize();
  }

  /** Ours first. */
  @Override
  public int compareTo(BroughtJar other) {
    return Comparator.comparing(BroughtJar::isOurs)
        .reversed()
        .thenComparing(BroughtJar::group)
        .thenComparing(BroughtJar::artifact)
        .compare(this, other);
  }
}
