/**
 * The facade: {@link dev.partnerauth.PartnerAuth} for code that blocks, {@link
 * dev.partnerauth.AsyncPartnerAuth} for code that does not.
 *
 * <p>The packages below it, each importing only those above it in this list:
 *
 * <ol>
 *   <li>{@code violation}: what is wrong with a value that was handed in
 *   <li>{@code claim}, {@code purpose}: what a service token is about, and for
 *   <li>{@code app}: developer apps and their credentials
 *   <li>{@code token}: the three tokens, and what they are asked for with
 *   <li>{@code scope}: what a token opens
 *   <li>{@code failure}: why there is no token
 *   <li>{@code refresh}: when to renew, when to try again
 *   <li>{@code event}: what happened
 *   <li>{@code port}: what adapters implement
 * </ol>
 */
@NullMarked
package dev.partnerauth;

import org.jspecify.annotations.NullMarked;
