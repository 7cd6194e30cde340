package org.nestegg.shared.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
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
    private static final int NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> trusted;

    Proxies(@ConfigProperty(name = "nestegg.trusted-proxies") Optional<List<String>> proxies) {
        trusted = proxies.orElse(List.of()).stream().map(Proxies::rule).toList();
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/");
        int bits = parts[0].contains(":") ? 128 : 32;
        int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : bits;
        return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
    }

    /** The IP address of the client. */
    public String client(RoutingContext context) {
        String address = peer(context);
        List<String> chain = context.request().headers().getAll("X-Forwarded-For").stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .map(String::strip)
                .toList();
        for (String before : chain.reversed()) {
            if (!isTrusted(address) || !NetUtil.isValidIpV4Address(before) && !NetUtil.isValidIpV6Address(before)) {
                break;
            }
            address = before;
        }
        return address;
    }

    /** What counts as one source: an IPv4 address, or a network of IPv6, of which each client has a whole one (RFC 6177). */
    public String source(RoutingContext context) {
        String client = client(context);
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(client);
        return bytes == null || bytes.length <= NETWORK_BYTES
                ? client
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }

    /** Whether the client speaks TLS, to us or to a proxy that is trusted. */
    public boolean isSecure(RoutingContext context) {
        return context.request().isSSL()
                || isTrusted(peer(context))
                        && "https".equalsIgnoreCase(context.request().getHeader("X-Forwarded-Proto"));
    }

    private static String peer(RoutingContext context) {
        SocketAddress address = context.request().connection().remoteAddress();
        return address == null || address.hostAddress() == null ? UNKNOWN : address.hostAddress();
    }

    private boolean isTrusted(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        try {
            InetSocketAddress socket = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
            return trusted.stream().anyMatch(rule -> rule.matches(socket));
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
