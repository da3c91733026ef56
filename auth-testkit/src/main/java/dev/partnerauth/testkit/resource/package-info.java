/** The platform around the tokens, as much of it as shows what a token opens. Not exported. */
@NullMarked
package dev.partnerauth.testkit.resource;

import org.jspecify.annotations.NullMarked;
