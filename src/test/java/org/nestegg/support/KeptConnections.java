package org.nestegg.support;

import java.util.concurrent.TimeUnit;
import org.apache.http.client.HttpClient;
import org.apache.http.cookie.Cookie;
import org.apache.http.impl.client.BasicCookieStore;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;

/**
 * A client for each thread that asks, which keeps its connection, as those of any application do. REST Assured makes a new one
 * for each request, and with it a connection, which took a fifth of the time of what asks much.
 */
@SuppressWarnings("deprecation") // REST Assured works with no other client
final class KeptConnections {

    /** How long anything may take, in milliseconds: nobody waits for an answer for ever. */
    private static final int PATIENCE = 60_000;

    private final ThreadLocal<HttpClient> clients = ThreadLocal.withInitial(KeptConnections::client);

    HttpClient ofThisThread() {
        HttpClient client = clients.get();
        // Those that the service may have ended are not looked at each time, which takes a millisecond, but left.
        client.getConnectionManager().closeIdleConnections(200, TimeUnit.MILLISECONDS);
        return client;
    }

    private static HttpClient client() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        // As many as there are answers that nobody has read yet.
        connections.setMaxTotal(1_000);
        connections.setDefaultMaxPerRoute(1_000);
        DefaultHttpClient client = new DefaultHttpClient(connections);
        client.setCookieStore(new NoCookies());
        client.getParams()
                .setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, false)
                .setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, PATIENCE)
                .setIntParameter(CoreConnectionPNames.SO_TIMEOUT, PATIENCE);
        return client;
    }

    /** Each request sends what its test says. */
    private static final class NoCookies extends BasicCookieStore {

        @Override
        public void addCookie(Cookie cookie) {}
    }
}
