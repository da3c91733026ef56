package dev.partnerauth.testkit.arch.planted.nullness.dirty.unmarked;

record Thing(String name) {}
