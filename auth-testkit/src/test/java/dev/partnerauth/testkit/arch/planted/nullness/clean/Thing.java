package dev.partnerauth.testkit.arch.planted.nullness.clean;

record Thing(String name) {}
