package dev.partnerauth.http.observe;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.OfFailure;
import dev.partnerauth.event.Severity;
import dev.partnerauth.port.AuthEvents;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line for each event, with its facts as key-value pairs, by SLF4J. Of a token only its
 * fingerprint is written. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Slf4jAuthEvents implements AuthEvents {

  /** The logger's name unless another is chosen. */
  public static final String LOGGER = "dev.partnerauth.events";

  private final Logger logger;

  private Slf4jAuthEvents(Logger logger) {
    this.logger = logger;
  }

  /** To the logger {@value #LOGGER}. */
  public static Slf4jAuthEvents standard() {
    return to(LoggerFactory.getLogger(LOGGER));
  }

  public static Slf4jAuthEvents to(Logger logger) {
    return new Slf4jAuthEvents(logger);
  }

  @Override
  public void on(AuthEvent event) {
    Level level = level(event.severity());
    if (logger.isEnabledForLevel(level)) {
      LoggingEventBuilder line = logger.atLevel(level);
      for (Map.Entry<String, Object> field : EventFields.of(event).entrySet()) {
        line = line.addKeyValue(field.getKey(), field.getValue());
      }
      line.log(message(event));
    }
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case DETAIL -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
    };
  }

  /** Enough to act on where key-value pairs are not printed. */
  private static String message(AuthEvent event) {
    return event instanceof OfFailure ofFailure
        ? Names.of(event) + ": " + ofFailure.failure().describe()
        : Names.of(event);
  }
}
