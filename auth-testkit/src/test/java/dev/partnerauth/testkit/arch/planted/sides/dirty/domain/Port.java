package dev.partnerauth.testkit.arch.planted.sides.dirty.domain;

import dev.partnerauth.testkit.arch.planted.sides.dirty.http.HttpPort;

public interface Port {
  HttpPort[] all();
}
