/**
 * Watching what happens to tokens: adapters of {@link dev.partnerauth.port.AuthEvents} for SLF4J,
 * Micrometer and Flight Recorder, and a transport that makes OpenTelemetry spans. Each needs its
 * library only where it is used.
 */
@NullMarked
package dev.partnerauth.http.observe;

import org.jspecify.annotations.NullMarked;
