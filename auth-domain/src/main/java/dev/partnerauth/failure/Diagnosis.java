package dev.partnerauth.failure;

/**
 * What a kind of failure says of itself.
 *
 * @param domain which other calls would fail for the same reason
 * @param problem what happened, as one sentence
 * @param remedy what to do, and whose turn it is, as one sentence
 * @since 0.1.0
 */
public record Diagnosis(FailureDomain domain, String problem, String remedy) {}
