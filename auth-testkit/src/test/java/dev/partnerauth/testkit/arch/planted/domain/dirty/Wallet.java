package dev.partnerauth.testkit.arch.planted.domain.dirty;

import dev.partnerauth.testkit.arch.planted.framework.Entity;

@Entity
record Wallet(int coins) {}
