package dev.partnerauth.testkit.arch.planted.logging.clean;

import java.util.function.Consumer;

class Journal {

  void write(Consumer<String> reader) {
    reader.accept("news");
  }
}
