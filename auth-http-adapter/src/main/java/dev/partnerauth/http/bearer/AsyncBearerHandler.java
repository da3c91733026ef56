package dev.partnerauth.http.bearer;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Stands outside of redirects and retries: a redirect repeats the scope's original request, which
 * never has the token, and what is refused here is not retried.
 */
record AsyncBearerHandler(BearerPolicy policy) implements AsyncExecChainHandler {

  @Override
  public void execute(
      HttpRequest request,
      @Nullable AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback caller)
      throws HttpException, IOException {
    Passage passage = policy.judge(Call.of(request, scope.route));
    if (passage instanceof Passage.Refused refused) {
      caller.failed(refused.reason());
    } else if (passage instanceof Passage.Unchanged) {
      chain.proceed(request, body, scope, caller);
    } else {
      new AsyncBearerCall(policy, request, body, scope, chain, caller).start();
    }
  }
}
