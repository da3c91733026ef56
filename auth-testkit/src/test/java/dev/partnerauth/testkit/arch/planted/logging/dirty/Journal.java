package dev.partnerauth.testkit.arch.planted.logging.dirty;

class Journal {

  Object logger() {
    return System.getLogger("journal");
  }

  void write(System.Logger logger) {}
}
