/**
 * What the sandbox does, behaviour by behaviour, how far the platform is known to do so too, and
 * how to find out more.
 */
@NullMarked
package dev.partnerauth.testkit.fidelity;

import org.jspecify.annotations.NullMarked;
