/** What a sandbox knows, and how it behaves where no document says how. */
@NullMarked
package dev.partnerauth.testkit.settings;

import org.jspecify.annotations.NullMarked;
