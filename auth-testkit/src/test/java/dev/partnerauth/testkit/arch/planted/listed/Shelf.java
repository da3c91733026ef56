package dev.partnerauth.testkit.arch.planted.listed;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

public sealed interface Shelf<T extends Number & Comparable<T>> permits Stand {

  Optional<? extends T> first();

  static <E extends Exception> void dust(List<E> brushes, int[] strokes) throws IOException {
    if (brushes.isEmpty()) {
      throw new IOException("no brush for " + strokes.length + " strokes");
    }
  }

  /** Stands on a shelf. */
  interface Held {}
}
