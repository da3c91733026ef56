package dev.partnerauth.testkit.contract;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.JdkTransport;

class JdkKeepsTheTransportContractTest extends HttpTransportContract {

  @Override
  protected HttpTransport transport(NetworkSettings settings) {
    return JdkTransport.of(settings);
  }
}
