package dev.partnerauth.http.bearer;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/**
 * What is asked about a request before it is sent, whichever client sends it.
 *
 * @param target where the connection leads
 * @param path without the query
 * @param authorized whether the caller has set an {@code Authorization} header
 * @param readByAProxy whether it goes through a proxy and not, as with https, through a tunnel
 */
record Call(String method, Origin target, String path, boolean authorized, boolean readByAProxy) {

  /** The route tells where the bytes go; the request's own authority is but a header. */
  static Call of(HttpRequest request, HttpRoute route) {
    HttpHost host = route.getTargetHost();
    return new Call(
        request.getMethod(),
        new Origin(host.getSchemeName(), host.getHostName(), host.getPort()),
        withoutQuery(request.getPath()),
        request.containsHeader(HttpHeaders.AUTHORIZATION),
        route.getProxyHost() != null && !route.isTunnelled());
  }

  static Call of(java.net.http.HttpRequest request, HttpClient client) {
    Origin target = Origin.of(request.uri());
    return new Call(
        request.method(),
        target,
        request.uri().getRawPath(),
        request.headers().firstValue(HttpHeaders.AUTHORIZATION).isPresent(),
        !target.isHttps() && hasAProxy(request.uri(), client));
  }

  /** A client without a selector of its own asks the one of the process. */
  private static boolean hasAProxy(URI uri, HttpClient client) {
    return client.proxy().or(() -> Optional.ofNullable(ProxySelector.getDefault())).stream()
        .flatMap(selector -> selector.select(uri).stream())
        .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
