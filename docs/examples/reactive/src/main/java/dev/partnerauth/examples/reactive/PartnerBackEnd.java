package dev.partnerauth.examples.reactive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts interviews, hands its pages scoped tokens, and serves finished documents. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class PartnerBackEnd {

  public static void main(String[] arguments) {
    SpringApplication.run(PartnerBackEnd.class, arguments);
  }
}
