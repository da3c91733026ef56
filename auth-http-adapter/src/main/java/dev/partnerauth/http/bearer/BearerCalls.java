package dev.partnerauth.http.bearer;

import dev.partnerauth.port.Time;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.net.http.HttpClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Makes an HTTP client call the platform with tokens of one source:
 *
 * <pre>{@code
 * BearerCalls calls =
 *     BearerCalls.with(BearerTokens.general(auth), PlatformHosts.production());
 * CloseableHttpClient client = calls.on(HttpClients.custom()).build();
 * }</pre>
 *
 * <p>Every client keeps the same rules:
 *
 * <ul>
 *   <li>A token goes to a named host, and to no other. A call to another host goes out as it is,
 *       and so does one that already has an {@code Authorization} header, or that wants no token.
 *   <li>What comes after a redirect goes out without a token, whatever its host.
 *   <li>A named host over plain {@code http} off loopback, or by way of a proxy, is refused ({@link
 *       PlainHttpException}), and so is an operation that the source cannot open ({@link
 *       OutOfScopeException}, by contract section 5). Where the rules cannot tell, the server
 *       decides.
 *   <li>Without a token the call is not made ({@link NoBearerTokenException}).
 *   <li>When the gateway refuses the token (401 and a {@code fault} with a gateway token code, in a
 *       body of 64 KiB at most), that very token is rejected, and the call is sent once more with
 *       another one if its body can be repeated. If it cannot, or there is no other token, the
 *       caller gets the 401, whole, as with any other answer. For ten seconds after, no other token
 *       is rejected, so that a platform which refuses every token is not asked for one at each
 *       call.
 * </ul>
 *
 * <p>Waiting for a token takes as long as the facade's own limit says ({@link
 * dev.partnerauth.PartnerAuth#within}), beside the client's timeouts. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class BearerCalls {

  private static final String NAME = "partner-auth-bearer";

  private final BearerPolicy policy;

  private BearerCalls(BearerPolicy policy) {
    this.policy = policy;
  }

  /** Calls to these hosts with tokens of this source. */
  public static BearerCalls with(BearerTokens tokens, PlatformHosts hosts) {
    return with(tokens, hosts, Time.system());
  }

  /** With other clocks, which say when the next token may be rejected. */
  public static BearerCalls with(BearerTokens tokens, PlatformHosts hosts, Time time) {
    return new BearerCalls(BearerPolicy.of(tokens, hosts, time));
  }

  /**
   * For clients that block; a thread that is interrupted while it waits for a token gets an {@link
   * java.io.InterruptedIOException}.
   *
   * @return the same builder
   */
  public HttpClientBuilder on(HttpClientBuilder builder) {
    return builder.addExecInterceptorFirst(NAME, new ClassicBearerHandler(policy));
  }

  /**
   * For clients that do not block, and neither does this.
   *
   * @return the same builder
   */
  public HttpAsyncClientBuilder on(HttpAsyncClientBuilder builder) {
    return builder.addExecInterceptorFirst(NAME, new AsyncBearerHandler(policy));
  }

  /**
   * The JDK's client with tokens, unless it follows redirects: it would carry the token along. A
   * body of unknown length counts as one that cannot be repeated. The response's {@code request()}
   * is the caller's, without the token. Closing the result, where Java has that, leaves the given
   * client open, and web sockets are not supported.
   */
  public Either<Violation, HttpClient> on(HttpClient client) {
    return client.followRedirects() == HttpClient.Redirect.NEVER
        ? Either.right(new BearerHttpClient(client, policy))
        : Either.left(
            new Violation.Malformed(
                "HTTP client", "follows redirects", "a client with Redirect.NEVER"));
  }

  /**
   * For any other client, which asks before a call and after a 401. All that is made here shares
   * the pace at which tokens are rejected.
   */
  public BearerDecisions decisions() {
    return new BearerDecisions(policy);
  }

  @Override
  public String toString() {
    return "BearerCalls[" + policy.tokens() + " to " + policy.hosts() + "]";
  }
}
