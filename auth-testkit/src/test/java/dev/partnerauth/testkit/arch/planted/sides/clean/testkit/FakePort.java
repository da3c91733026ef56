package dev.partnerauth.testkit.arch.planted.sides.clean.testkit;

import dev.partnerauth.testkit.arch.planted.sides.clean.http.HttpPort;

public record FakePort(HttpPort recorded) {}
