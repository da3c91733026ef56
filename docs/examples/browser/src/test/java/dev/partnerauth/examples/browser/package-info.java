@NullMarked
package dev.partnerauth.examples.browser;

import org.jspecify.annotations.NullMarked;
