/** Architecture rules for this library, and for whoever builds on it. */
@NullMarked
package dev.partnerauth.testkit.arch;

import org.jspecify.annotations.NullMarked;
