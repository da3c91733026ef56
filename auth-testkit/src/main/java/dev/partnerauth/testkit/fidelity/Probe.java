package dev.partnerauth.testkit.fidelity;

import java.util.function.Function;

/**
 * A row that can be asked about from outside.
 *
 * @param exchange a few harmless requests
 */
record Probe(Row row, Function<Partner, Finding> exchange) {}
