/** The executable: sandbox, token, inspect, fidelity, journey. Not exported. */
@NullMarked
package dev.partnerauth.testkit.cli;

import org.jspecify.annotations.NullMarked;
