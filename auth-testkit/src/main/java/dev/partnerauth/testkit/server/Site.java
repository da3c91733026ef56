package dev.partnerauth.testkit.server;

import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.util.List;
import java.util.Optional;

/** One platform, and what is served beside it, at one port. Thread-safe. */
public final class Site {

  private final List<Part> beside;
  private final PlatformRoutes platform;
  private final Exchanges exchanges;
  private final Time time;
  private final Delays delays;
  private final HttpDate date = new HttpDate();

  /**
   * @param beside the platform, asked before it
   */
  public Site(
      List<Part> beside, PlatformRoutes platform, Exchanges exchanges, Time time, Delays delays) {
    this.beside = List.copyOf(beside);
    this.platform = platform;
    this.exchanges = exchanges;
    this.time = time;
    this.delays = delays;
  }

  WireAnswer answer(WireRequest request) {
    if (request.tooLarge()) {
      return platform.unexpected(
          request,
          WireAnswer.problem(
              413, "Content too large", "Send at most " + WireRequest.LARGEST_BODY + " bytes."));
    }
    WireAnswer answer = answeredBeside(request).orElseGet(() -> platform.answer(request));
    answer.number().ifPresent(number -> exchanges.keep(number, request, answer));
    return answer;
  }

  private Optional<WireAnswer> answeredBeside(WireRequest request) {
    for (Part part : beside) {
      Optional<WireAnswer> answer = part.answer(request);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  /** What {@code Date} says at present. */
  String date() {
    return date.at(time.now());
  }

  Delays delays() {
    return delays;
  }
}
