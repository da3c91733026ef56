/** What a sandbox was asked and how it answered, and the sentences that check it. */
@NullMarked
package dev.partnerauth.testkit.journal;

import org.jspecify.annotations.NullMarked;
