package org.nestegg.lambda;

import java.io.Closeable;
import java.io.IOException;

/**
 * The extension's mock event server: makes events of requests and requests of answers, and is the runtime API that hands
 * them to the function. By reflection, because an ordinary build does not have the extension.
 */
final class EventServer implements Closeable {

    /** Where the runtime API is; and an event that is posted there is taken as it is, and its answer given so. */
    static final String API = "/_lambda_";

    private final Closeable server;

    EventServer() {
        // It would compress, as Lambda does not, and never send an answer of which a header is a list.
        System.setProperty("quarkus.http.enable-compression", "false");
        try {
            Class<?> type = Class.forName("io.quarkus.amazon.lambda.runtime.MockHttpEventServer");
            server = (Closeable) type.getConstructor().newInstance();
            type.getMethod("start", int.class).invoke(server, 0);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the extension's mock event server", e);
        }
    }

    int port() {
        try {
            return (int) server.getClass().getMethod("getPort").invoke(server);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the extension's mock event server", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
