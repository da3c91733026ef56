/** A page that is handed a scoped token by the plain back end, and talks to the platform itself. */
@NullMarked
package dev.partnerauth.examples.browser;

import org.jspecify.annotations.NullMarked;
