package org.nestegg.platform.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where requests come from. What {@code X-Forwarded-For} and {@code X-Forwarded-Proto} say is believed only of proxies that
 * are configured, and of a chain of addresses only what such a proxy has added: the first from the right that is none.
 */
@Singleton
public class Proxies {

    private static final String UNKNOWN = "unknown";

    private final List<IpSubnetFilterRule> trusted;

    Proxies(@ConfigProperty(name = "nestegg.trusted-proxies") Optional<List<String>> proxies) {
        trusted = proxies.orElse(List.of()).stream().map(Proxies::rule).toList();
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/");
        InetAddress address = IpAddress.parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("no address of a proxy: " + network))
                .value();
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : bits;
        boolean insideIpv6 = bits == Integer.SIZE && parts[0].contains(":") && parts.length > 1;
        if (insideIpv6 && prefix <= IpAddress.BITS_BEFORE_IPV4) {
            throw new IllegalArgumentException("all of IPv4, which is no proxy: " + network);
        }
        return new IpSubnetFilterRule(
                address, insideIpv6 ? prefix - IpAddress.BITS_BEFORE_IPV4 : prefix, IpFilterRuleType.ACCEPT);
    }

    /** The IP address of the client, in its canonical spelling (RFC 5952). */
    public String client(RoutingContext context) {
        return address(context).map(IpAddress::toString).orElse(UNKNOWN);
    }

    /** What counts as one source: an IPv4 address, or a network of IPv6, of which each client has a whole one (RFC 6177). */
    public String source(RoutingContext context) {
        return address(context).map(IpAddress::source).orElse(UNKNOWN);
    }

    private Optional<IpAddress> address(RoutingContext context) {
        return client(peer(context), context.request().headers().getAll("X-Forwarded-For"));
    }

    /** The client of a peer that has sent these fields. */
    Optional<IpAddress> client(Optional<IpAddress> peer, List<String> forwardedFor) {
        List<String> chain = forwardedFor.stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .toList();
        Optional<IpAddress> address = peer;
        for (String text : chain.reversed()) {
            Optional<IpAddress> before = IpAddress.parse(text);
            if (!isTrusted(address) || before.isEmpty()) {
                break;
            }
            address = before;
        }
        return address;
    }

    /** Whether the client speaks TLS, to us or to a proxy that is trusted. */
    public boolean isSecure(RoutingContext context) {
        return context.request().isSSL()
                || !trusted.isEmpty()
                        && isTrusted(peer(context))
                        && "https".equalsIgnoreCase(context.request().getHeader("X-Forwarded-Proto"));
    }

    private static Optional<IpAddress> peer(RoutingContext context) {
        return Optional.ofNullable(context.request().connection().remoteAddress())
                .map(SocketAddress::hostAddress)
                .flatMap(IpAddress::parse);
    }

    private boolean isTrusted(Optional<IpAddress> address) {
        return address.map(known -> new InetSocketAddress(known.value(), 0))
                .filter(socket -> trusted.stream().anyMatch(rule -> rule.matches(socket)))
                .isPresent();
    }
}
