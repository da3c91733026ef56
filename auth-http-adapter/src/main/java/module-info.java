/** The Authentication API over HTTP, on a transport that can be swapped. */
module dev.partnerauth.http {
  requires transitive dev.partnerauth;
  requires transitive java.net.http;
  requires com.google.gson;
  // Micronaut Validation finds its constraint validators at run time only when these are resolved
  // too.
  requires io.micronaut.micronaut_core;
  requires io.micronaut.micronaut_inject;
  requires io.micronaut.validation.micronaut_validation;
  requires jakarta.annotation;
  requires jakarta.inject;
  requires jakarta.validation;
  requires transitive org.apache.httpcomponents.client5.httpclient5;
  requires transitive org.apache.httpcomponents.core5.httpcore5;
  requires org.apache.httpcomponents.core5.httpcore5.h2;
  // httpclient5 and httpcore5 are automatic modules: they need these two and cannot say so.
  requires jdk.net;
  // Micronaut looks into jars by it, and is an automatic module too.
  requires jdk.zipfs;
  requires org.slf4j;
  // Only for whoever watches with them.
  requires static io.opentelemetry.api;
  requires static io.opentelemetry.context;
  requires static jdk.jfr;
  requires static micrometer.core;

  exports dev.partnerauth.http;
  exports dev.partnerauth.http.bearer;
  exports dev.partnerauth.http.observe;
  exports dev.partnerauth.http.settings;
  exports dev.partnerauth.http.transport;

  // For Gson and for Micronaut, which finds its introspections only in packages open to all.
  opens dev.partnerauth.http.wire;
}
