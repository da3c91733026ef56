@NullMarked
package dev.partnerauth.examples.plain;

import org.jspecify.annotations.NullMarked;
