/** The hexagon's inside: tokens, purposes, claims and scope rules, the ports, and the facade. */
module dev.partnerauth {
  requires transitive io.vavr;
  requires static transitive org.jspecify;

  exports dev.partnerauth;
  exports dev.partnerauth.app;
  exports dev.partnerauth.claim;
  exports dev.partnerauth.event;
  exports dev.partnerauth.failure;
  exports dev.partnerauth.port;
  exports dev.partnerauth.purpose;
  exports dev.partnerauth.refresh;
  exports dev.partnerauth.scope;
  exports dev.partnerauth.token;
  exports dev.partnerauth.violation;
}
