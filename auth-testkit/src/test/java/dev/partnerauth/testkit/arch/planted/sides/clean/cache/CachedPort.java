package dev.partnerauth.testkit.arch.planted.sides.clean.cache;

import dev.partnerauth.testkit.arch.planted.sides.clean.domain.Port;

public record CachedPort(Port port) implements Port {}
