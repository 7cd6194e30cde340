package org.nestegg.platform.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Paths with rules of their own, beside those of the API, which {@link #api()} has. Every bean of this type is known to
 * {@link RouteGroups}.
 *
 * @param prefix the path that they begin with, such as {@code /api/docs}
 * @param alone whether it is that path alone, and none below it
 * @param bodyLimit how large a body may be, in bytes; what {@code quarkus.http.limits.max-body-size} cuts must be larger
 * @param bodyTimeout how long a body may take to arrive; nothing for {@code nestegg.body-timeout}
 * @param contentSecurityPolicy what browsers may do with the answers; nothing if they may do anything
 */
public record RouteGroup(
        String prefix,
        boolean alone,
        int bodyLimit,
        Optional<Duration> bodyTimeout,
        Optional<String> contentSecurityPolicy) {

    /** Data is not to be shown, run, or framed by anything. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** The rules of all paths that are in no other group. */
    public static RouteGroup api() {
        return new RouteGroup("/", false, RequestLimits.BODY, Optional.empty(), Optional.of(DATA_POLICY));
    }

    /** The same rules for some paths, to be changed by the following methods. */
    public static RouteGroup of(String prefix) {
        return new RouteGroup(prefix, false, api().bodyLimit, Optional.empty(), api().contentSecurityPolicy);
    }

    /** The same rules for one path, and none below it. */
    public static RouteGroup at(String path) {
        return new RouteGroup(path, true, api().bodyLimit, Optional.empty(), api().contentSecurityPolicy);
    }

    /** For pages that people see: what they may load and run. */
    public RouteGroup withContentSecurityPolicy(Optional<String> policy) {
        return new RouteGroup(prefix, alone, bodyLimit, bodyTimeout, policy);
    }

    /** For uploads: how large they may be, and how long they may take. */
    public RouteGroup withBody(int limit, Duration timeout) {
        return new RouteGroup(prefix, alone, limit, Optional.of(timeout), contentSecurityPolicy);
    }

    boolean has(String path) {
        return path.startsWith(prefix)
                && (!alone || path.length() == prefix.length())
                && (prefix.endsWith("/") || path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
