package dev.partnerauth.testkit.arch.planted.order.dirty.token;

import dev.partnerauth.testkit.arch.planted.order.dirty.Facade;

public interface Token {
  void issuedBy(Facade facade);
}
