package dev.partnerauth.testkit.arch.planted.order.clean;

import dev.partnerauth.testkit.arch.planted.order.clean.token.Token;

public record Facade(Token token) {}
