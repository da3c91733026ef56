package dev.partnerauth.testkit.arch.planted.sides.dirty.testkit;

public final class FakePort {}
