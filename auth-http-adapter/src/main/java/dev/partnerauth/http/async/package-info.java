/** What the exchange and the transports need for stages. Not exported. */
@NullMarked
package dev.partnerauth.http.async;

import org.jspecify.annotations.NullMarked;
