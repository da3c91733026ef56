package dev.partnerauth.cache.histories;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import java.util.Optional;

/** A renewing cache over a store of this package: one of those whose histories are compared. */
@FunctionalInterface
interface Core {

  Subject in(World world);

  /** One cache with its store. */
  interface Subject {

    <K extends TokenKey<T>, T extends Token> Tokens<K, T> tokens(
        Lane<K, T> lane, AuthRuntime runtime);

    /** What stands in the store. */
    Optional<Token> present(TokenName name);

    /** Whether that can be served. */
    boolean isServed(TokenName name, long nanos);

    /** Takes it out of the store. */
    void evict(TokenName name);

    /** As the store tells of what other nodes reject. */
    void rejectedElsewhere(ClientId clientId, TokenName name, TokenDigest token);
  }
}
