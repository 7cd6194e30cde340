package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;

/** Two packaged instances that are replaced one after the other while 200 streams follow: nothing is missed, nothing told twice. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class FollowIT {

    private static final int STREAMS = 200;
    private static final int PEOPLE = 40;
    private static final int ROUNDS = 6;

    /** For all to be told, on a machine that has little of a processor. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> environment =
            new HashMap<>(Replica.environment(FreshDatabase.create().getUrl(), PackagedSurroundings.keys()));
    private final List<Replica> all = new CopyOnWriteArrayList<>();
    private final List<Replica> ready = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void nothingIsMissedOrToldTwice() throws Exception {
        environment.put("NESTEGG_LIMITS_ENABLED", "false");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "2s");
        add();
        add();
        List<String> people = IntStream.range(0, PEOPLE)
                .mapToObj(_ -> ready.getFirst().register())
                .toList();
        List<Follow> follows = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            follows.add(new Follow(people.get(i % PEOPLE), i));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (String token : people) {
                Replica replica = ready.get(round % ready.size());
                assertEquals(
                        201,
                        replica.post("/api/v1/expenses", token, "{'description': 'x', 'amount': 1}")
                                .statusCode());
            }
            if (round == 1 || round == 3) {
                replaceOldest();
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Long> told = LongStream.rangeClosed(1, ROUNDS).boxed().toList();
        while (follows.stream().anyMatch(follow -> follow.seen.size() < ROUNDS) && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        over.set(true);
        follows.forEach(follow -> assertEquals(told, follow.seen));
        assertTrue(
                follows.stream().mapToInt(follow -> follow.streams).sum() > STREAMS,
                "none was ended by a replica that goes");
    }

    @AfterEach
    void stop() {
        over.set(true);
        all.forEach(Replica::close);
    }

    private void add() {
        Replica replica = Replica.serve(environment);
        all.add(replica);
        ready.add(replica);
    }

    /** As a rollout does it: the next one is there, this one says that it goes, and ends. */
    private void replaceOldest() throws InterruptedException {
        add();
        Replica oldest = ready.removeFirst();
        oldest.process.destroy();
        assertEquals(0, oldest.exitCode(), oldest.output());
        all.remove(oldest);
    }

    /** A client that follows, and goes on wherever somebody is ready. */
    private final class Follow {

        final List<Long> seen = new CopyOnWriteArrayList<>();
        volatile int streams;

        Follow(String token, int number) {
            Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    follow(token, ready.get(number % ready.size()));
                }
            });
        }

        private void follow(String token, Replica replica) {
            streams++;
            Long last = seen.isEmpty() ? Long.valueOf(0) : seen.getLast();
            try (EventStream stream = new EventStream(replica.uri(replica.port, "/api/v1/changes"), token, last)) {
                EventStream.Event event = stream.next(PATIENCE);
                while (!stream.isEnd(event)) {
                    seen.add(event.id());
                    event = stream.next(PATIENCE);
                }
            } catch (AssertionError _) {
                pause(); // as a browser does
            }
        }

        private void pause() {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
