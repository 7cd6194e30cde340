package org.nestegg.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server and counts how often a client says something after the server has spoken: the round trips. */
public final class CountingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final AtomicLong roundTrips = new AtomicLong();

    /** @param server the port of the server */
    public CountingProxy(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many there have been, on all connections. */
    public long roundTrips() {
        return roundTrips.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException _) {
            // closed at the end
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket target = new Socket(InetAddress.getLoopbackAddress(), server)) {
            target.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            AtomicBoolean answered = new AtomicBoolean(true);
            Thread back = Thread.ofVirtual().start(() -> pump(target, client, () -> answered.set(true)));
            pump(client, target, () -> {
                if (answered.getAndSet(false)) {
                    roundTrips.incrementAndGet();
                }
            });
            back.join();
        } catch (IOException | InterruptedException _) {
            // one of the two has gone
        }
    }

    private static void pump(Socket from, Socket to, Runnable seen) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                seen.run();
                output.write(buffer, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            // one of the two has gone
        }
    }
}
