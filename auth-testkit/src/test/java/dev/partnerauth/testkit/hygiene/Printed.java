package dev.partnerauth.testkit.hygiene;

/**
 * Something that was printed.
 *
 * @param by a logger's name, or how it was printed
 */
record Printed(String by, String text) {}
