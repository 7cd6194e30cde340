package org.nestegg.operation;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nestegg.support.Replica;

/** Callers who write and read, until they are stopped, and remember every answer. */
final class Load {

    /**
     * One answer.
     *
     * @param caller who got it, from 0
     * @param status the HTTP status, or 0 where there was no answer
     * @param sentAt when it was asked for, as {@link System#nanoTime}
     */
    record Answer(int caller, int status, long sentAt, boolean hasRetryAfter, String text) {}

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** A pace that leaves a machine time for other things, in requests a second. */
    static final int CALM = 200;

    /** As fast as they are answered. */
    static final int HASTE = Integer.MAX_VALUE;

    private final Supplier<Replica> replicas;
    private final String token;
    private final Duration pause;
    private final List<Thread> callers;
    private volatile boolean stopped;

    /** Every answer there was. */
    final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** The descriptions of the expenses whose creation was acknowledged. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /**
     * Starts callers, half of them writers, each of whom asks whatever replica it is given at the moment.
     *
     * @param pace what all of them together ask in a second, at most
     */
    Load(int callers, int pace, String token, Supplier<Replica> replicas) {
        this.replicas = replicas;
        this.token = token;
        pause = Duration.ofSeconds(callers).dividedBy(pace);
        this.callers = IntStream.range(0, callers)
                .mapToObj(i -> Thread.ofPlatform().start(() -> run(i)))
                .toList();
    }

    /** Returns when the last answer is there. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread caller : callers) {
            if (!caller.join(DEADLINE)) {
                throw new AssertionError("still waiting for an answer");
            }
        }
    }

    List<Answer> failed() {
        return answers.stream().filter(answer -> answer.status / 100 != 2).toList();
    }

    /** Whether every caller has been answered what was asked after a time, as {@link System#nanoTime}. */
    boolean hasAnsweredAllSince(long time) {
        return answers.stream()
                        .filter(answer -> answer.sentAt > time)
                        .map(Answer::caller)
                        .distinct()
                        .count()
                == callers.size();
    }

    private void run(int caller) {
        boolean writes = caller % 2 == 0;
        while (!stopped) {
            pause();
            Replica replica = replicas.get();
            String description = UUID.randomUUID().toString();
            long sentAt = System.nanoTime();
            try {
                HttpResponse<String> answer = writes
                        ? replica.post(
                                "/api/v1/expenses", token, "{'description': '%s', 'amount': 1}".formatted(description))
                        : replica.get("/api/v1/transactions?limit=5", token);
                if (writes && answer.statusCode() == 201) {
                    acknowledged.add(description);
                }
                answers.add(new Answer(
                        caller,
                        answer.statusCode(),
                        sentAt,
                        answer.headers().firstValue("Retry-After").isPresent(),
                        answer.body()));
            } catch (AssertionError e) {
                answers.add(new Answer(caller, 0, sentAt, false, String.valueOf(e.getCause())));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
