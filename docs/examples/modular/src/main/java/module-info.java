/** A partner's back end on plain servlets. */
module dev.partnerauth.examples.modular {
  requires com.github.benmanes.caffeine;
  requires com.google.gson;
  requires dev.partnerauth;
  requires dev.partnerauth.cache;
  requires dev.partnerauth.http;
  requires io.github.bucket4j.core;
  requires jakarta.servlet;
  requires java.net.http;
  requires org.eclipse.jetty.ee10.servlet;
  requires org.slf4j;
}
