package dev.partnerauth.testkit.arch.planted.exports.dirty.internal;

public class Engine {}
