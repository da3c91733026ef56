/** The page on which people watch a sandbox and operate it. Not exported. */
@NullMarked
package dev.partnerauth.testkit.console;

import org.jspecify.annotations.NullMarked;
