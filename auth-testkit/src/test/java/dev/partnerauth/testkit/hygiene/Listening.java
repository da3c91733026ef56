package dev.partnerauth.testkit.hygiene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears all that a program logs or prints while this is open. */
final class Listening implements AutoCloseable {

  private final Queue<Printed> logged = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final Handler[] others = root.getHandlers();
  private final Handler handler = new Keeping(logged);

  Listening() {
    CapturingProvider.LOGGED.clear();
    root.setLevel(Level.ALL);
    // What the JVM prints of its log is the log's, not ours.
    for (Handler other : others) {
      root.removeHandler(other);
    }
    root.addHandler(handler);
    PrintStream kept = new PrintStream(streams, true, UTF_8);
    System.setOut(kept);
    System.setErr(kept);
  }

  /** Everything so far. */
  List<Printed> heard() {
    List<Printed> heard = new ArrayList<>(CapturingProvider.LOGGED);
    heard.addAll(logged);
    return heard;
  }

  /** What went to standard output and standard error. */
  Printed streams() {
    return new Printed("System.out and System.err", streams.toString(UTF_8));
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(handler);
    root.setLevel(level);
    for (Handler other : others) {
      root.addHandler(other);
    }
  }

  private static final class Keeping extends Handler {

    private final Queue<Printed> logged;

    Keeping(Queue<Printed> logged) {
      this.logged = logged;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord logRecord) {
      String text = new SimpleFormatter().format(logRecord);
      logged.add(new Printed(String.valueOf(logRecord.getLoggerName()), text));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
