/** The three kinds of token, what is asked for, and what can be read from a token. */
@NullMarked
package dev.partnerauth.token;

import org.jspecify.annotations.NullMarked;
