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
    sandbox();
    page.line(
        "- Pauses of the machine itself are told where a thread that only sleeps had seen them.");
  }

  private void sandbox() {
    for (List<String> numbers : results.of("sandbox").read("settings")) {
      page.line(
          Results.number(
              "- The sandbox: every server has a Java of its own with 1 GB of heap and %s seconds to warm up.",
              numbers.get(1)));
      page.line(
          Results.number(
              "  Then they take turns, %s of %s seconds each; medians of the turns are told. One thread in",
              numbers.get(2), numbers.get(3)));
      page.line(
          Results.number(
              "  another Java sends the same request on %s kept connections, on each as soon as the one",
              numbers.get(0)));
      page.line(
          "  before is answered. Servers and sender share all cores. WireMock has its journal off here,");
      page.line(
          "  since it keeps every request. Processor time is the server's, of all its threads, and the");
      page.line(
          Results.number(
              "  measure that other programs disturb least. Starts: %s of each, in turns, from starting a",
              numbers.get(4)));
      page.line("  Java with the server's jars to the first whole answer.");
    }
  }

  private void http() {
    List<List<String>> settings = results.of("http").read("settings");
    if (settings.isEmpty()) {
      return;
    }
    List<String> numbers = settings.get(0);
    results.of("http").read("flow-settings").forEach(this::flows);
    page.line(
        Results.number(
            "- Making a token of an answer: JMH with one thread, %s rounds of a Java for each, %s iterations",
            numbers.get(0), numbers.get(1)));
    page.line(
        Results.number(
            "  of %s to warm up and %s that count. It is the whole call to a transport that answers at",
            numbers.get(3), numbers.get(2)));
    page.line(
        "  once, so making the request's JSON is included, and making the transport's answer; nothing");
    page.line("  is subtracted.");
    page.line(
        "- Many at once: all exchanges are begun by one thread, each is sent once, and each transport");
    page.line("  has a Java of its own, with a server in another.");
  }

  private void flows(List<String> numbers) {
    page.line(
        Results.number(
            "- Three requests over loopback: the contestants take turns in one Java, %s flows in a row each,",
            numbers.get(2)));
    page.line(
        Results.number(
            "  since a machine that others use may be slow for seconds. %s turns to warm up, %s that count.",
            numbers.get(0), numbers.get(1)));
    page.line(
        "  Each turn gives its median; the targets are judged by the medians of those. The server is a");
    page.line(
        "  Java of its own, with one thread and answers that are always alike. By hand means:");
    page.line(
        "  connections kept, 20 at most but for the JDK's client, no redirects, every string made in");
    page.line(
        "  advance, the answer read to a text and its token cut out with Gson's parser. Ours makes its");
    page.line(
        "  requests of the tokens it got and checks every field. `ApacheClassicTransport` works on the");
    page.line("  calling thread; the others' answers are read on the thread that received them");
    page.line("  (`Runnable::run`), or in the common pool where that is said.");
    if (Boolean.parseBoolean(numbers.get(3))) {
      page.line(
          "- For those, client and server have a core each. Left to itself, Linux puts them on one core or");
      page.line(
          "  on two, as it happens, and on a virtual machine waking the other core costs more than an");
      page.line(
          "  exchange: by that chance alone the same client by hand took 120 or 430 µs for three requests.");
    }
  }
}
