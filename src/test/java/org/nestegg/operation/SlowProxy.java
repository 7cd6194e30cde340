package org.nestegg.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Stands before a server and lets its first connections wait, as a machine that is busy does. */
final class SlowProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final int slow;
    private final Duration delay;

    /**
     * @param server the port of the server
     * @param slow how many connections wait
     */
    SlowProxy(int server, int slow, Duration delay) {
        this.server = server;
        this.slow = slow;
        this.delay = delay;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        try {
            for (int i = 0; ; i++) {
                Socket client = door.accept();
                boolean waits = i < slow;
                Thread.ofVirtual().start(() -> connect(client, waits));
            }
        } catch (IOException _) {
            // closed at the end
        }
    }

    private void connect(Socket client, boolean waits) {
        try (client;
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server)) {
            if (waits) {
                Thread.sleep(delay);
            }
            Thread back = Thread.ofVirtual().start(() -> pump(target, client));
            pump(client, target);
            back.join();
        } catch (IOException | InterruptedException _) {
            // one of the two has gone
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // one of the two has gone
        }
    }
}
