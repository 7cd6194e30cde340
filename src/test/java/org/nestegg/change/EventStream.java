package org.nestegg.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of server-sent events, which reads by itself. */
final class EventStream implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Event END = new Event(null, "end", null);

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final InputStream body;
    final int status;

    /** An event as it came. */
    record Event(Long id, String name, String data) {}

    /** @param lastEventId the id of the last event that has come; null for none */
    EventStream(URI uri, String token, Long lastEventId) {
        this(uri, "Authorization", "Bearer " + token, lastEventId);
    }

    /** @param header what shows who follows */
    EventStream(URI uri, String header, String credentials, Long lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header(header, credentials)
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(60));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            status = response.statusCode();
            body = response.body();
            Thread.ofVirtual().start(this::read);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void read() {
        Long id = null;
        String name = null;
        String data = null;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.valueOf(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith(":")) {
                    events.add(new Event(null, "comment", null));
                } else if (line.isEmpty() && data != null) {
                    events.add(new Event(id, name, data));
                    data = null;
                }
            }
        } catch (IOException _) {
            // over, one way or another
        }
        events.add(END);
    }

    /** The next event, comments left out, or the end; fails if none comes in time. */
    Event next(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (true) {
                Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("nothing came");
                } else if (!event.name.equals("comment")) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether nothing but comments comes for a while, and one of them at least. */
    boolean isAliveAndSilent(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        boolean alive = false;
        try {
            Event event = events.poll(time.toNanos(), TimeUnit.NANOSECONDS);
            while (event != null && event.name.equals("comment")) {
                alive = true;
                event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return alive && event == null;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isEnd(Event event) {
        return event == END;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
