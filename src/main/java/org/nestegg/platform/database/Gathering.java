package org.nestegg.platform.database;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Has the database do together what many ask for at the same time. Who comes while few others are there is served at once; who
 * comes while those are served waits for the first of them to be done, and is then served with all who wait. So the more there is
 * to do, the less each costs.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class Gathering<T, R> {

    /** How many go to the database at once: one while another is prepared or answered. */
    private static final int AT_ONCE = 2;

    /** How many are served together at most. */
    private static final int MOST = 64;

    private final Function<T, ?> key;
    private final Function<List<T>, List<R>> work;
    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Place> waiting = new ArrayDeque<>();
    private final Set<Object> busy = new HashSet<>();
    private int going;

    /**
     * @param key those who have the same one are served together or one after the other
     * @param work serves some, and says of each what came of it, in their order
     * @param patience whoever waits for longer is told that there is no connection
     */
    public Gathering(Function<T, ?> key, Function<List<T>, List<R>> work, Duration patience) {
        this.key = key;
        this.work = work;
        this.patience = patience.toNanos();
    }

    /** One who waits. */
    private final class Place {

        private final T task;
        private final long since = System.nanoTime();
        /** Whom to serve, oneself among them; nobody if one has been served. */
        private final CompletableFuture<List<Place>> call = new CompletableFuture<>();

        private R result;
        private Throwable failure;

        Place(T task) {
            this.task = task;
        }

        boolean isFree() {
            return !busy.contains(key.apply(task));
        }
    }

    /**
     * Has something done, with others or not.
     *
     * @throws PersistenceException as the work does, which is then the failure of all whom it was to serve; or if nobody came to it
     */
    public R ask(T task) {
        Place place = new Place(task);
        lock.lock();
        try {
            waiting.add(place);
            goOn();
        } finally {
            lock.unlock();
        }
        List<Place> served = place.call.join();
        if (!served.isEmpty()) {
            serve(served);
        }
        return switch (place.failure) {
            case null -> place.result;
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other -> throw new IllegalStateException(other);
        };
    }

    private void serve(List<Place> served) {
        try {
            List<R> results =
                    work.apply(served.stream().map(place -> place.task).toList());
            for (int i = 0; i < served.size(); i++) {
                served.get(i).result = results.get(i);
            }
        } catch (RuntimeException | Error e) {
            served.forEach(place -> place.failure = e);
        } finally {
            lock.lock();
            try {
                going--;
                served.forEach(place -> busy.remove(key.apply(place.task)));
                goOn();
            } finally {
                lock.unlock();
            }
            served.forEach(place -> place.call.complete(List.of()));
        }
    }

    /** Calls those whose turn it is, one for all whom they serve. */
    private void goOn() {
        while (going < AT_ONCE) {
            List<Place> next = next();
            if (next.isEmpty()) {
                return;
            }
            going++;
            next.forEach(place -> busy.add(key.apply(place.task)));
            next.getFirst().call.complete(next);
        }
    }

    private List<Place> next() {
        List<Place> next = new ArrayList<>();
        Collection<Place> impatient = new ArrayList<>();
        long now = System.nanoTime();
        for (Place place : waiting) {
            if (now - place.since > patience) {
                impatient.add(place);
            } else if (next.size() < MOST && place.isFree()) {
                next.add(place);
            }
        }
        waiting.removeAll(next);
        waiting.removeAll(impatient);
        impatient.forEach(place -> {
            place.failure = new PersistenceException(new SQLException("Nobody came to it in time"));
            place.call.complete(List.of());
        });
        return next;
    }
}
