/** Fakes, a sandbox server, contract suites and architecture rules; and the executable. */
module dev.partnerauth.testkit {
  requires transitive dev.partnerauth;
  requires com.google.gson;
  requires com.nimbusds.jose.jwt;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires transitive org.opentest4j;
  // httpcore5 is an automatic module: it needs this one and cannot say so.
  requires jdk.net;

  // For the assertions, the contract suites, the architecture rules and the executable; absent
  // where
  // those are not used.
  requires static com.tngtech.archunit;
  requires static dev.partnerauth.cache;
  requires static dev.partnerauth.http;
  requires static info.picocli;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
  requires static org.junit.platform.commons;
  requires static org.snakeyaml.engine.v2;

  exports dev.partnerauth.testkit;
  exports dev.partnerauth.testkit.arch;
  exports dev.partnerauth.testkit.assertions;
  exports dev.partnerauth.testkit.contract;
  exports dev.partnerauth.testkit.fault;
  exports dev.partnerauth.testkit.fidelity;
  exports dev.partnerauth.testkit.journal;
  exports dev.partnerauth.testkit.junit;
  exports dev.partnerauth.testkit.settings;
  exports dev.partnerauth.testkit.time;

  opens dev.partnerauth.testkit.contract to
      org.junit.platform.commons;
  opens dev.partnerauth.testkit.junit to
      org.junit.platform.commons;
  opens dev.partnerauth.testkit.cli to
      info.picocli;
}
