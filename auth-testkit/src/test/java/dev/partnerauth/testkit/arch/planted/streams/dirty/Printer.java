package dev.partnerauth.testkit.arch.planted.streams.dirty;

@SuppressWarnings({"CatchAndPrintStackTrace", "SystemOut"})
class Printer {

  void out() {
    System.out.println("out");
  }

  void err() {
    System.err.println("err");
  }

  void trace(Exception exception) {
    exception.printStackTrace();
  }
}
