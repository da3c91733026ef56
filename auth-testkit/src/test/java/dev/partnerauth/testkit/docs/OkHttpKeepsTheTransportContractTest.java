package dev.partnerauth.testkit.docs;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.testkit.contract.HttpTransportContract;

class OkHttpKeepsTheTransportContractTest extends HttpTransportContract {

  @Override
  protected HttpTransport transport(NetworkSettings settings) {
    return OkHttpTransport.of(settings);
  }
}
