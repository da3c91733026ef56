package dev.partnerauth.testkit.contract;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpTransport;

class ApacheClassicKeepsTheTransportContractTest extends HttpTransportContract {

  @Override
  protected HttpTransport transport(NetworkSettings settings) {
    return ApacheClassicTransport.of(settings);
  }
}
