package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.port.Time;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks a platform whether it does as the sandbox does, where nobody says what it does. Takes about
 * fifty requests, one after the other; makes tokens that live two minutes, for an interview that
 * nobody has, and access tokens.
 *
 * @since 0.1.0
 */
public final class PlatformProbes {

  private PlatformProbes() {}

  /** Never fails: what goes wrong leaves rows undecided. */
  public static FidelityReport report(BaseAddress base, BackendApp backend, FrontendApp frontend) {
    Either<Finding, Partner> partner = Partner.of(base, backend, frontend, Time.system());
    return new FidelityReport(
        all()
            .map(
                probe ->
                    new Probed(
                        Fidelity.sectionOf(probe.row()).title(),
                        probe.row(),
                        partner.fold(Function.identity(), probe.exchange())))
            .toList());
  }

  private static Stream<Probe> all() {
    return Stream.of(
            HttpProbes.all(), AccessTokenProbes.all(), ServiceTokenProbes.all(), TokenProbes.all())
        .flatMap(List::stream);
  }
}
