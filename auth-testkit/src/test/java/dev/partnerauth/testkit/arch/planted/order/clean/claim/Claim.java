package dev.partnerauth.testkit.arch.planted.order.clean.claim;

public record Claim(String name) {}
