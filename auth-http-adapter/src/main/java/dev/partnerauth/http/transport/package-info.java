/**
 * What sends requests and brings answers: the port {@link
 * dev.partnerauth.http.transport.HttpTransport}, its settings, and three HTTP clients behind it.
 */
@NullMarked
package dev.partnerauth.http.transport;

import org.jspecify.annotations.NullMarked;
