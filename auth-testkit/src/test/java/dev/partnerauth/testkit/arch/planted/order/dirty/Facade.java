package dev.partnerauth.testkit.arch.planted.order.dirty;

import dev.partnerauth.testkit.arch.planted.order.dirty.token.Token;

public record Facade(Token token) {}
