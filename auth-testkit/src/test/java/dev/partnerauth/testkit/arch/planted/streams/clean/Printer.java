package dev.partnerauth.testkit.arch.planted.streams.clean;

import java.io.PrintStream;

class Printer {

  void to(PrintStream stream) {
    stream.println("handed in");
  }
}
