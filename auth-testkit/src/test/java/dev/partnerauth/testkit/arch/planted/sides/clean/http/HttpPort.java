package dev.partnerauth.testkit.arch.planted.sides.clean.http;

import dev.partnerauth.testkit.arch.planted.sides.clean.domain.Port;

public final class HttpPort implements Port {}
