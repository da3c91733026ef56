/** What whoever runs a sandbox sees of it and does to it, over HTTP. Not exported. */
@NullMarked
package dev.partnerauth.testkit.admin;

import org.jspecify.annotations.NullMarked;
