/** What a token may touch: scopes, operations, resources, and the rules over them. */
@NullMarked
package dev.partnerauth.scope;

import org.jspecify.annotations.NullMarked;
