package dev.partnerauth.testkit.contract;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.testkit.fidelity.FidelityReport;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.InvalidRequestException;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** By hand, against the platform's sandbox: docs/testing.md tells how. */
@EnabledIfEnvironmentVariable(
    named = RealPlatformTest.BACKEND_APP,
    matches = ".+:.+",
    disabledReason = "needs a back-end app of the platform, as KEY:SECRET")
@EnabledIfEnvironmentVariable(
    named = RealPlatformTest.FRONTEND_APP,
    matches = ".+:.+",
    disabledReason = "needs a front-end app of the platform, as KEY:SECRET")
@DisabledIfEnvironmentVariable(
    named = RealPlatformTest.BACKEND_APP,
    matches = "backend-key:.*",
    disabledReason = "the sandbox's own app, as the guide to the executable sets it")
class RealPlatformTest extends PlatformFromOutside {

  static final String BACKEND_APP = "PARTNER_AUTH_BACKEND_APP";
  static final String FRONTEND_APP = "PARTNER_AUTH_FRONTEND_APP";

  RealPlatformTest() {
    super(base(), app(BACKEND_APP, BackendApp::of), app(FRONTEND_APP, FrontendApp::of));
  }

  @Override
  FidelityReport report() {
    FidelityReport report = super.report();
    System.out.println(report);
    return report;
  }

  private static BaseAddress base() {
    return Optional.ofNullable(System.getenv("PARTNER_AUTH_BASE_URL"))
        .map(url -> BaseAddress.of(url).getOrElseThrow(InvalidRequestException::new))
        .orElseGet(BaseAddress::sandbox);
  }

  private static <A> A app(
      String variable, BiFunction<String, String, Either<InvalidRequest, A>> factory) {
    String[] credentials = System.getenv(variable).split(":", 2);
    return factory
        .apply(credentials[0], credentials[1])
        .getOrElseThrow(InvalidRequestException::new);
  }
}
