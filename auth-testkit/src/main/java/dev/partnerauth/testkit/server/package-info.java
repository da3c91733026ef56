/** The engine over HTTP. Not exported. */
@NullMarked
package dev.partnerauth.testkit.server;

import org.jspecify.annotations.NullMarked;
