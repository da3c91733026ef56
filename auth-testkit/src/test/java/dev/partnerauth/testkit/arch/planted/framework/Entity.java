package dev.partnerauth.testkit.arch.planted.framework;

public @interface Entity {}
