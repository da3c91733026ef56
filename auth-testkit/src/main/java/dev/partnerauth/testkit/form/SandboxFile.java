package dev.partnerauth.testkit.form;

import com.google.gson.JsonObject;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sandbox is to know, and what is to go wrong, as a file says it.
 *
 * @param apps in place of the seeded ones; empty to keep those
 * @param purposes beside the standard ones
 * @param plans armed from the start
 */
public record SandboxFile(List<SandboxApp> apps, List<Purpose> purposes, List<FaultPlan> plans) {

  public SandboxFile {
    apps = List.copyOf(apps);
    purposes = List.copyOf(purposes);
    plans = List.copyOf(plans);
  }

  public static Either<InvalidRequest, SandboxFile> read(JsonObject json) {
    return Form.read(json, SandboxFile::file);
  }

  private static Optional<SandboxFile> file(Form form) {
    List<SandboxApp> apps = form.objects("apps", AppForm::app);
    Set<ClientId> keys = new HashSet<>();
    for (SandboxApp app : apps) {
      if (!keys.add(app.clientId())) {
        form.wrong("apps", "has two apps with the key " + app.clientId(), "one app for each key");
      }
    }
    return Optional.of(
        new SandboxFile(
            apps,
            form.objects("purposes", SandboxFile::purpose),
            form.objects("faults", FaultPlanForm::plan)));
  }

  private static Optional<Purpose> purpose(Form form) {
    Optional<String> name = form.requiredText("name");
    ClaimName[] required = claims(form, "requires");
    ClaimName[] optional = claims(form, "allows");
    if (!Collections.disjoint(Arrays.asList(required), Arrays.asList(optional))) {
      return form.wrong("allows", "repeats a claim that is required", "each claim once");
    }
    return name.flatMap(
        text ->
            Purpose.of(text)
                .map(purpose -> purpose.requiring(required).allowing(optional))
                .toJavaOptional()
                .or(() -> form.wrong("name", "is no purpose's name", "at most 256 characters")));
  }

  private static ClaimName[] claims(Form form, String name) {
    return form.texts(name).stream()
        .flatMap(
            text -> ClaimName.of(text).peekLeft(wrong -> noted(form, name, wrong)).toJavaStream())
        .toArray(ClaimName[]::new);
  }

  private static void noted(Form form, String name, Violation wrong) {
    form.wrong(name, "holds a claim that " + wrong.problem(), "names of claims");
  }

  /** Settings like these, with what the file says. */
  public SandboxSettings in(SandboxSettings settings) {
    SandboxSettings all = apps.isEmpty() ? settings : settings.withOnly(apps);
    for (Purpose purpose : purposes) {
      all = all.with(all.purposes().with(purpose));
    }
    return all;
  }
}
