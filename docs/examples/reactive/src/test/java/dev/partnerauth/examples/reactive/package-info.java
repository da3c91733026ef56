@NullMarked
package dev.partnerauth.examples.reactive;

import org.jspecify.annotations.NullMarked;
