package dev.partnerauth.examples.jakartarest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what is for signed-in users only. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface SignedIn {}
