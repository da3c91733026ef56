package dev.partnerauth.http.bearer;

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
 */
record Call(String method, Origin target, String path, boolean authorized) {

  /** The route tells where the bytes go; the request's own authority is but a header. */
  static Call of(HttpRequest request, HttpRoute route) {
    HttpHost host = route.getTargetHost();
    return new Call(
        request.getMethod(),
        new Origin(host.getSchemeName(), host.getHostName(), host.getPort()),
        withoutQuery(request.getPath()),
        request.containsHeader(HttpHeaders.AUTHORIZATION));
  }

  static Call of(java.net.http.HttpRequest request) {
    return new Call(
        request.method(),
        Origin.of(request.uri()),
        request.uri().getRawPath(),
        request.headers().firstValue(HttpHeaders.AUTHORIZATION).isPresent());
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
