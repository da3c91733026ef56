package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connects as HttpClient does, but for two things: a name is looked up on an executor rather than
 * on the thread of whoever calls, which a slow name service would hold up past every deadline; and
 * the phase that an exchange is in is noted.
 *
 * <p>HttpClient's own operator cannot be extended before 5.6, and TLS is not told for which
 * exchange it begins. So every connection gets an operator of its own, whose TLS knows that.
 */
@SuppressWarnings("NullAway") // HttpClient's own types say nothing of nulls
record ApacheAsyncOperator(
    Function<HttpContext, AsyncClientConnectionOperator> operators, Executor connecting)
    implements AsyncClientConnectionOperator {

  /** What HttpClient 5.6 calls. */
  @Override
  public Future<ManagedAsyncClientConnection> connect(
      ConnectionInitiator initiator,
      HttpHost host,
      @Nullable Path unixDomainSocket,
      @Nullable NamedEndpoint name,
      @Nullable SocketAddress local,
      Timeout timeout,
      Object attachment,
      HttpContext context,
      FutureCallback<ManagedAsyncClientConnection> callback) {
    return connect(
        context,
        callback,
        (operator, connected) ->
            operator.connect(
                initiator,
                host,
                unixDomainSocket,
                name,
                local,
                timeout,
                attachment,
                context,
                connected));
  }

  /** What HttpClient 5.5 calls, which has no Unix domain sockets. */
  @Override
  public Future<ManagedAsyncClientConnection> connect(
      ConnectionInitiator initiator,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable SocketAddress local,
      Timeout timeout,
      Object attachment,
      HttpContext context,
      FutureCallback<ManagedAsyncClientConnection> callback) {
    return connect(
        context,
        callback,
        (operator, connected) ->
            operator.connect(
                initiator, host, name, local, timeout, attachment, context, connected));
  }

  @Override
  public Future<ManagedAsyncClientConnection> connect(
      ConnectionInitiator initiator,
      HttpHost host,
      @Nullable SocketAddress local,
      Timeout timeout,
      Object attachment,
      FutureCallback<ManagedAsyncClientConnection> callback) {
    HttpContext context = HttpClientContext.create();
    return connect(initiator, host, null, local, timeout, attachment, context, callback);
  }

  private Future<ManagedAsyncClientConnection> connect(
      HttpContext context, FutureCallback<ManagedAsyncClientConnection> callback, Connect connect) {
    ComplexFuture<ManagedAsyncClientConnection> connection = new ComplexFuture<>(callback);
    Progress.enter(context, Phase.CONNECTING);
    connecting.execute(
        () -> {
          // Whoever waited for the executor may have given up.
          if (connection.isDone()) {
            return;
          }
          try {
            connection.setDependency(
                connect.by(
                    operators.apply(context),
                    new FutureContribution<>(connection) {
                      @Override
                      public void completed(ManagedAsyncClientConnection connected) {
                        // A proxy's answer is waited for next, before the handshake.
                        Progress.enter(context, Phase.AWAITING_RESPONSE);
                        connection.completed(connected);
                      }
                    }));
          } catch (RuntimeException e) {
            // Closed while the name was looked up.
            connection.failed(e);
          }
        });
    return connection;
  }

  @Override
  public void upgrade(
      ManagedAsyncClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      Object attachment,
      HttpContext context,
      FutureCallback<ManagedAsyncClientConnection> callback) {
    operators.apply(context).upgrade(connection, host, name, attachment, context, callback);
  }

  @Override
  public void upgrade(ManagedAsyncClientConnection connection, HttpHost host, Object attachment) {
    operators.apply(HttpClientContext.create()).upgrade(connection, host, attachment);
  }

  private interface Connect {
    Future<ManagedAsyncClientConnection> by(
        AsyncClientConnectionOperator operator,
        FutureCallback<ManagedAsyncClientConnection> connected);
  }
}
