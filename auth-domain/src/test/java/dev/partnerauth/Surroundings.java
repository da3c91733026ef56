package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.port.TokenCache;
import java.util.ArrayList;
import java.util.List;

/** A facade with everything around it: the clock, the API, a cache, and who watches. */
final class Surroundings {

  final HandMovedTime time = new HandMovedTime();
  final ScriptedApi api = new ScriptedApi(time);
  final KeepingCache cache = new KeepingCache();
  final List<AuthEvent> events = new ArrayList<>();
  final AuthRuntime runtime =
      AuthRuntime.system().at(time).observedBy(events::add).observedOn(Runnable::run);

  PartnerAuth uncached() {
    return PartnerAuth.of(api, Samples.aBackendApp(), TokenCache.none(), runtime);
  }

  PartnerAuth cached() {
    return PartnerAuth.of(api, Samples.aBackendApp(), cache, runtime);
  }

  PartnerAuth cachedWith(Credentials<BackendApp> credentials) {
    return PartnerAuth.of(api, Samples.aClientId(), credentials, cache, runtime);
  }
}
