package dev.partnerauth.testkit.arch.planted.exports.clean.internal;

public class Engine {}
