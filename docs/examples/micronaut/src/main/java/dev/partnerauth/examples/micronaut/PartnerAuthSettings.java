package dev.partnerauth.examples.micronaut;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;

/** Below {@code partner-auth}. An interface, so that nothing prints the secrets. */
@ConfigurationProperties("partner-auth")
interface PartnerAuthSettings {

  /** Of the Authentication API: the part before {@code /accesstoken}. */
  @NotBlank
  String getBaseUrl();

  @NotBlank
  String getBackendKey();

  @NotBlank
  String getBackendSecret();

  @NotBlank
  String getFrontendKey();

  @NotBlank
  String getFrontendSecret();

  /** Of the document that interviews are about. */
  @NotBlank
  String getTemplateId();
}
