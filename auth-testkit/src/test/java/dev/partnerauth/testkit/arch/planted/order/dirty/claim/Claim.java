package dev.partnerauth.testkit.arch.planted.order.dirty.claim;

import dev.partnerauth.testkit.arch.planted.order.dirty.token.Token;

public interface Claim {

  void within(Token token);
}
