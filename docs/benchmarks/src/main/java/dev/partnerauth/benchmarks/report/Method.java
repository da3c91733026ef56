package dev.partnerauth.benchmarks.report;

import java.util.List;

/** How all of it was measured. */
record Method(Results results, Page page) {

  void write() {
    List<List<String>> settings = results.read("settings");
    page.line("## How it is measured");
    page.line("");
    if (!settings.isEmpty()) {
      List<String> numbers = settings.get(0);
      page.line(
          "- Reads: JMH, average time, "
              + numbers.get(0)
              + " rounds. In each round every benchmark runs in a Java of its own, "
              + numbers.get(1)
              + " iterations of half a second to warm up and "
              + numbers.get(2)
              + " that count, with the garbage collector's profiler. Other programs on the machine can");
      page.line(
          "  only make an iteration slower, so the targets are judged by the fastest iterations; medians");
      page.line("  and the slowest stand beside them.");
    }
    http();
    page.line(
        "- Keyed reads walk at random through service tokens of their own, equal to those that the");
    page.line(
        "  cached tokens were exchanged for but other objects; bare Caffeine is asked by the same names.");
    page.line(
        "  A hundred thousand tokens of 900 characters do not fit into the processor's caches, so these");
    page.line("  reads mostly wait for memory.");
    page.line(
        "- Whole runs: the real clock, real threads, and a token server in memory that answers after its");
    page.line("  latency, sends each call once, and counts. A reader reads once a millisecond.");
    page.line(
        "- Outages begin when the first renewal reaches the server. Several apps run at the same time and");
    page.line("  share nothing; the plot shows the first of them.");
    page.line(
        "- Heap: used heap after three collections, a million entries less one, with compressed pointers.");
    page.line(
        "- Pauses of the machine itself are told where a thread that only sleeps had seen them.");
  }

  private void http() {
    List<List<String>> settings = results.of("http").read("settings");
    if (settings.isEmpty()) {
      return;
    }
    List<String> numbers = settings.get(0);
    page.line(
        Results.number(
            "- HTTP calls: JMH with one thread, %s rounds of a Java for each contestant, %s iterations",
            numbers.get(0), numbers.get(1)));
    page.line(
        Results.number(
            "  of %s to warm up and %s that count. Of the three requests every iteration gives its median;",
            numbers.get(3), numbers.get(2)));
    page.line(
        "  the targets are judged by the medians of those. The server is a Java of its own, with one");
    page.line(
        "  thread and answers that are always alike. By hand means: connections kept, 20 at most but");
    page.line(
        "  for the JDK's client, no redirects, every string made in advance, the answer read to a text");
    page.line(
        "  and its token cut out with Gson's parser. Ours makes its requests of the tokens it got and");
    page.line(
        "  checks every field. `ApacheClassicTransport` works on the calling thread; the others' answers");
    page.line(
        "  are read on the thread that received them (`Runnable::run`), or in the common pool where that");
    page.line("  is said.");
    page.line(
        "- Making a token of an answer: the whole call to a transport that answers at once, so making");
    page.line(
        "  the request's JSON is included, and making the transport's answer; nothing is subtracted.");
    page.line(
        "- Many at once: all exchanges are begun by one thread, each is sent once, and each transport");
    page.line("  has a Java of its own, with a server in another.");
  }
}
