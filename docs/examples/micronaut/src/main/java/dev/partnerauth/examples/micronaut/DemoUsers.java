package dev.partnerauth.examples.micronaut;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.AuthenticationRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.authentication.provider.HttpRequestAuthenticationProvider;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For the demonstration only: the password is the name and {@code -password}. */
@Singleton
final class DemoUsers<B> implements HttpRequestAuthenticationProvider<B> {

  private static final Set<String> NAMES = Set.of("alice", "bob", "carol", "dave", "erin");

  @Override
  public AuthenticationResponse authenticate(
      @Nullable HttpRequest<B> request, AuthenticationRequest<String, String> credentials) {
    String name = credentials.getIdentity();
    return NAMES.contains(name) && credentials.getSecret().equals(name + "-password")
        ? AuthenticationResponse.success(name)
        : AuthenticationResponse.failure();
  }
}
