package dev.partnerauth.examples.jakartarest;

import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.Time;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * What is served, and what it is made of: where there is CDI, a producer takes this one's place.
 */
final class PartnerApplication extends ResourceConfig {

  PartnerApplication(Settings settings, PartnerAuth auth, RocketDocument platform, Time time) {
    super(
        CsrfFilter.class,
        SignedInFilter.class,
        PageResource.class,
        LoginResource.class,
        InterviewResource.class,
        HandOutResource.class,
        ReadinessResource.class,
        AuthFailureMapper.class,
        PlatformFailureMapper.class);
    register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(settings).to(Settings.class);
            bind(auth).to(PartnerAuth.class);
            bind(auth.exchangingAs(settings.frontend())).to(Delegation.class);
            bind(platform).to(RocketDocument.class);
            bind(new Owners()).to(Owners.class);
            bind(new RateLimit()).to(RateLimit.class);
            bind(time).to(Time.class);
          }
        });
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "DATASOURCE");
  }
}
