@NullMarked
package dev.partnerauth.examples.springboot;

import org.jspecify.annotations.NullMarked;
