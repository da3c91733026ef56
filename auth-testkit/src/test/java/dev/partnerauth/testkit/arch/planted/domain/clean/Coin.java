package dev.partnerauth.testkit.arch.planted.domain.clean;

record Coin(int value) {}
