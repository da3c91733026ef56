package dev.partnerauth.testkit.arch.planted.nullness.dirty;

record Thing(String name) {}
