package dev.partnerauth.testkit.arch.planted.sides.clean.domain;

public interface Port {}
