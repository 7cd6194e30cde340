package org.nestegg.identity.token;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nestegg.identity.IdentityProblem;
import org.nestegg.platform.http.AnswerHeaders;
import org.nestegg.platform.http.Proxies;
import org.nestegg.platform.problem.ProblemException;

/**
 * The cookie that the page for people is signed in by (RFC 6265bis). No script can read it, no other site has it sent, and
 * what changes anything is done for it only where the page itself asks.
 *
 * <p>Its name begins with {@code __Host-}, so that it goes over TLS alone, and no other host, nor anybody on the way who speaks
 * plain http, can have set it. In production it has no other, whatever a proxy says or leaves out of what it speaks: a browser
 * that is on plain http does not keep it, but for those that trust the machine that they run on. While the service is developed
 * or tested, where any browser will do, it has another name on plain http.
 */
@Singleton
public class SessionCookie {

    /** The header that only scripts of our own origin can send: others would have to be allowed to, which nobody is. */
    private static final String PAGE_HEADER = "Nestegg-Page";

    private static final String NAME = "__Host-nestegg";
    private static final String PLAIN_NAME = "nestegg";

    private static final String HTTPS = "https";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Proxies proxies;

    SessionCookie(Proxies proxies) {
        this.proxies = proxies;
    }

    /**
     * The secret that a request shows. It counts only where there is no {@code Authorization}, good or bad.
     *
     * @throws ProblemException with {@code cross-site} if the request changes something, and does not come from the page
     */
    public Optional<String> read(RoutingContext context) {
        Optional<String> secret = shown(context).map(Cookie::getValue);
        if (secret.isPresent() && !SAFE.contains(context.request().method())) {
            requirePage(context);
        }
        return secret;
    }

    /**
     * Lets only the page ask: a browser that sends Fetch Metadata says so itself, of others the {@code Origin} must be ours.
     *
     * @throws ProblemException with {@code cross-site}
     */
    public void requirePage(RoutingContext context) {
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        boolean ours = site == null ? isOwnOrigin(context) : site.equals("same-origin");
        if (!ours || !"1".equals(request.getHeader(PAGE_HEADER))) {
            throw new ProblemException(IdentityProblem.CROSS_SITE);
        }
    }

    /** Has the browser keep a new secret, if the request succeeds. */
    public void give(RoutingContext context, String secret, Duration ttl) {
        set(context, isPlain(context) ? PLAIN_NAME : NAME, secret, ttl);
    }

    /** Has the browser keep the secret that the request shows for so long from now on. */
    public void prolong(RoutingContext context, Duration ttl) {
        shown(context).ifPresent(cookie -> set(context, cookie.getName(), cookie.getValue(), ttl));
    }

    /** Has the browser forget the secret that the request shows. */
    public void take(RoutingContext context) {
        shown(context).ifPresent(cookie -> set(context, cookie.getName(), "", Duration.ZERO));
    }

    private static void set(RoutingContext context, String name, String secret, Duration ttl) {
        AnswerHeaders.put(
                context,
                HttpHeaders.SET_COOKIE.toString(),
                name + "=" + secret + "; Path=/; Max-Age=" + ttl.toSeconds() + (name.equals(NAME) ? "; Secure" : "")
                        + "; HttpOnly; SameSite=Strict");
    }

    private Optional<Cookie> shown(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.headers().contains(HttpHeaders.COOKIE) || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Optional.empty();
        }
        return Stream.of(NAME, PLAIN_NAME)
                .filter(name -> name.equals(NAME) || isPlain(context))
                .map(request::getCookie)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private boolean isPlain(RoutingContext context) {
        return LaunchMode.current() != LaunchMode.NORMAL
                && !proxies.isSecure(context)
                && WebOrigin.of(context.request())
                        .filter(origin -> origin.scheme().equals(HTTPS))
                        .isEmpty();
    }

    /** A page over TLS is as good as one without: what is in front of us may not say what it speaks. */
    private boolean isOwnOrigin(RoutingContext context) {
        return WebOrigin.of(context.request())
                .filter(origin -> origin.scheme().equals(HTTPS) || !proxies.isSecure(context))
                .filter(origin -> origin.isOf(host(context)))
                .isPresent();
    }

    private static String host(RoutingContext context) {
        return String.valueOf(context.request().getHeader(HttpHeaders.HOST)).toLowerCase(Locale.ROOT);
    }
}
