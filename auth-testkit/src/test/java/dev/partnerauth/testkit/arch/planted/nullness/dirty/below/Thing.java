package dev.partnerauth.testkit.arch.planted.nullness.dirty.below;

record Thing(String name) {}
