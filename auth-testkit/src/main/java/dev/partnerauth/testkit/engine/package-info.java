/** What the platform decides: who gets which token, and who is refused how. Not exported. */
@NullMarked
package dev.partnerauth.testkit.engine;

import org.jspecify.annotations.NullMarked;
