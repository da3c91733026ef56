package dev.partnerauth.cache;

import dev.partnerauth.port.Budget;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import java.time.Duration;

/** What a caller wants. */
record TokenQuery<T extends Token>(
    TokenKey<T> key, TokenName name, Duration minValidity, Budget budget) {}
