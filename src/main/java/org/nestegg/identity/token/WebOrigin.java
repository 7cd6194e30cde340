package org.nestegg.identity.token;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the page comes from whose script sends a request, as browsers say in {@code Origin} (RFC 6454).
 *
 * @param authority host and port, without the scheme's own
 */
record WebOrigin(String scheme, String authority) {

    private static final Pattern ORIGIN = Pattern.compile("(https?)://([^/?#@]+)");

    /** The origin of a request, if it has one. */
    static Optional<WebOrigin> of(HttpServerRequest request) {
        String header = String.valueOf(request.getHeader(HttpHeaders.ORIGIN)).toLowerCase(Locale.ROOT);
        Matcher matcher = ORIGIN.matcher(header);
        return matcher.matches()
                ? Optional.of(new WebOrigin(matcher.group(1), bare(matcher.group(1), matcher.group(2))))
                : Optional.empty();
    }

    /** Whether it is that of a host, as {@code Host} has it in lower case. */
    boolean isOf(String host) {
        return authority.equals(bare(scheme, host));
    }

    private static String bare(String scheme, String authority) {
        String port = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
