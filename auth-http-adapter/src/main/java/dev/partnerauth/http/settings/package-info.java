/** What can be set, and how it is checked: every violation is told at once. */
@NullMarked
package dev.partnerauth.http.settings;

import org.jspecify.annotations.NullMarked;
