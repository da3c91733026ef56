package dev.partnerauth.testkit.arch.planted.exports.clean;

abstract class Vehicle {}
