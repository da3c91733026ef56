@NullMarked
package dev.partnerauth.examples.jakartarest;

import org.jspecify.annotations.NullMarked;
