package dev.partnerauth.testkit.contract;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpTransport;

class ApacheAsyncKeepsTheTransportContractTest extends HttpTransportContract {

  @Override
  protected HttpTransport transport(NetworkSettings settings) {
    return ApacheAsyncTransport.of(settings);
  }
}
