/** What can go wrong with an answer, in the domain's words, and plans of when it does. */
@NullMarked
package dev.partnerauth.testkit.fault;

import org.jspecify.annotations.NullMarked;
