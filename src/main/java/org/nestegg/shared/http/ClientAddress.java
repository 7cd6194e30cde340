package org.nestegg.shared.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/** Where a request comes from: the peer, or what a proxy that is trusted says of it. */
public final class ClientAddress {

    private static final String UNKNOWN = "unknown";

    private ClientAddress() {}

    /** The IP address. */
    public static String of(RoutingContext context) {
        SocketAddress address = context.request().remoteAddress();
        return address == null || address.hostAddress() == null ? UNKNOWN : address.hostAddress();
    }
}
