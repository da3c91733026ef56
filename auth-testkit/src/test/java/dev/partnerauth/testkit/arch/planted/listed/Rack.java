package dev.partnerauth.testkit.arch.planted.listed;

public final class Rack extends Stand {

  @Deprecated public static final String WOOD = "oak";
}
