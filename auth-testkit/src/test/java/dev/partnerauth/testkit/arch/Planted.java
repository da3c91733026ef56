package dev.partnerauth.testkit.arch;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** Classes that were planted to break a rule, and their clean counterparts. */
final class Planted {

  static final String ROOT = "dev.partnerauth.testkit.arch.planted";

  private static final Pattern PLACE = Pattern.compile(" in \\(\\w+\\.java:\\d+\\)");

  private Planted() {}

  static Packages in(String... names) {
    return Packages.under(ROOT, names);
  }

  /** What the rule says of all that is planted below, without the line numbers. */
  static List<String> violations(ArchRule rule, String below) {
    return rule
        .evaluate(new ClassFileImporter().importPackages(ROOT + "." + below))
        .getFailureReport()
        .getDetails()
        .stream()
        .map(line -> PLACE.matcher(line.replace(ROOT + ".", "")).replaceAll(""))
        .toList();
  }
}
