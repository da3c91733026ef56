package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Gets a new token for a key: what a cache calls when it has none to serve. Thread-safe. */
@FunctionalInterface
public interface Issuer<K extends TokenKey<T>, T extends Token> {

  CompletionStage<Either<AuthFailure, T>> issue(K key, Duration deadline);
}
