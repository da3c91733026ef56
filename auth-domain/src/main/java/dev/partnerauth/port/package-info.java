/** The ports: what the domain needs from the outside, and what adapters implement. */
@NullMarked
package dev.partnerauth.port;

import org.jspecify.annotations.NullMarked;
