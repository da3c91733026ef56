package dev.partnerauth.testkit.engine;

import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.Planned;
import dev.partnerauth.testkit.fault.Refusal;
import io.vavr.control.Either;

/**
 * What the platform decided, and what is to go wrong with its answer.
 *
 * @param number of the request's entry in the journal
 * @param decision of no use to the client where the fault is a {@link GatewayError}, which comes
 *     instead of it
 */
public record Answered<T>(long number, Either<Refusal, T> decision, Planned planned) {}
