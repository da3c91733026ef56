package dev.partnerauth.http.bearer;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port, in the one form in which they compare.
 *
 * @param host in lower case, an IPv6 address without its brackets
 */
record Origin(String scheme, String host, int port) {

  private static final String HTTPS = "https";

  Origin {
    scheme = scheme.toLowerCase(Locale.ROOT);
    host = bare(host.toLowerCase(Locale.ROOT));
    port = port < 0 ? standardPort(scheme) : port;
  }

  /** Of an address that has a host. */
  static Origin of(URI uri) {
    return new Origin(uri.getScheme(), uri.getHost(), uri.getPort());
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static int standardPort(String scheme) {
    return scheme.equals(HTTPS) ? 443 : 80;
  }

  boolean isHttps() {
    return scheme.equals(HTTPS);
  }

  @Override
  public String toString() {
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return scheme + "://" + literal + (port == standardPort(scheme) ? "" : ":" + port);
  }
}
