package dev.partnerauth.testkit.arch.planted.order.clean.token;

import dev.partnerauth.testkit.arch.planted.order.clean.claim.Claim;

public record Token(Claim claim) {}
