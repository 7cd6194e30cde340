package org.nestegg.support;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a PostgreSQL server and counts the round trips of statements: how often a client says that it waits for what it has
 * had executed, by Sync or a simple Query (PostgreSQL, frontend/backend protocol). BEGIN does not count, because the driver sends it
 * ahead and does not wait; nor does a Sync by itself, by which the pool asks whether a connection is alive.
 */
public final class CountingProxy implements AutoCloseable {

    private static final int SSL_REQUEST = 80_877_103;

    private final ServerSocket door;
    private final int server;
    private final AtomicLong roundTrips = new AtomicLong();
    private volatile boolean losing;

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

    /** Whether connections break when the server answers, which has done by then what it was asked. */
    public void loseAnswers(boolean lose) {
        losing = lose;
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
            Thread back = Thread.ofVirtual().start(() -> answer(target, client));
            listen(client, target);
            back.join();
        } catch (IOException | InterruptedException _) {
            // one of the two has gone
        }
    }

    /** Passes on messages, each of a type, but for those with which a connection begins, its length, and what it says. */
    private void listen(Socket client, Socket server) throws IOException {
        DataInputStream input = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        DataOutputStream output = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
        boolean started = false;
        boolean executed = false;
        while (true) {
            int type = started ? input.read() : 0;
            if (type < 0) {
                server.shutdownOutput();
                return;
            }
            int length = input.readInt();
            byte[] content = input.readNBytes(length - 4);
            if (started) {
                output.write(type);
                executed |=
                        type == 'E' || type == 'Q' && !new String(content, StandardCharsets.UTF_8).startsWith("BEGIN");
                if (executed && (type == 'S' || type == 'Q')) {
                    roundTrips.incrementAndGet();
                    executed = false;
                }
            } else {
                started = ByteBuffer.wrap(content).getInt() != SSL_REQUEST;
            }
            output.writeInt(length);
            output.write(content);
            if (input.available() == 0) {
                output.flush();
            }
        }
    }

    private void answer(Socket server, Socket client) {
        byte[] part = new byte[8192];
        try {
            for (int length = server.getInputStream().read(part);
                    length >= 0;
                    length = server.getInputStream().read(part)) {
                if (losing) {
                    client.close();
                    return;
                }
                client.getOutputStream().write(part, 0, length);
            }
            client.shutdownOutput();
        } catch (IOException _) {
            // one of the two has gone
        }
    }
}
