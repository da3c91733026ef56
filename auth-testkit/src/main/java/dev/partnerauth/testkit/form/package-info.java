/** The JSON forms of apps, purposes and fault plans, read strictly. Not exported. */
@NullMarked
package dev.partnerauth.testkit.form;

import org.jspecify.annotations.NullMarked;
