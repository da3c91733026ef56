/**
 * Main starts it, Servlets wires it: one servlet answers one kind of request, a filter keeps one
 * rule for all.
 */
@NullMarked
package dev.partnerauth.examples.modular;

import org.jspecify.annotations.NullMarked;
