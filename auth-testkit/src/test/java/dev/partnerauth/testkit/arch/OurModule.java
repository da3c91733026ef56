package dev.partnerauth.testkit.arch;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.testkit.AuthSandbox;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What we publish, and what each module's descriptor exports to everybody. */
enum OurModule {
  DOMAIN("auth-domain", PartnerAuth.class),
  HTTP("auth-http-adapter", HttpAuthenticationApi.class),
  CACHE("auth-cache-adapter", CaffeineTokenCache.class),
  TESTKIT("auth-testkit", AuthSandbox.class);

  private final String artifact;
  private final Class<?> member;

  OurModule(String artifact, Class<?> member) {
    this.artifact = artifact;
    this.member = member;
  }

  static Packages allExported() {
    return new Packages(Arrays.stream(values()).flatMap(OurModule::exports).sorted().toList());
  }

  Packages exported() {
    return new Packages(exports().sorted().toList());
  }

  Path sources() {
    return Path.of("..", artifact, "src/main/java");
  }

  Path listing() {
    return Path.of("../docs/api", artifact + ".txt");
  }

  private Stream<String> exports() {
    Path classes =
        Path.of(URI.create(member.getProtectionDomain().getCodeSource().getLocation().toString()));
    ModuleDescriptor descriptor = ModuleFinder.of(classes).findAll().iterator().next().descriptor();
    return descriptor.exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(Exports::source);
  }

  @Override
  public String toString() {
    return artifact;
  }
}
