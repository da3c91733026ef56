@NullMarked
package dev.partnerauth.examples.micronaut;

import org.jspecify.annotations.NullMarked;
