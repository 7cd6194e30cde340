package org.nestegg.platform.database;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Has the database do together what many ask for at the same time. Whoever comes while nobody is served is served at once; who
 * comes meanwhile waits, and is served next, with all who wait. So the more there is to do, the less each costs.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class Gathering<T, R> {

    /** How many are served together at most. */
    private static final int MOST = 64;

    /** After this, a connection may be dead, or a statement slow, that others need not wait for. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Function<List<T>, List<R>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Place> waiting = new LinkedHashSet<>();
    private boolean serving;

    /** @param work serves some, and says of each what came of it, in their order */
    public Gathering(Function<List<T>, List<R>> work) {
        this.work = work;
    }

    /** One who waits. */
    private final class Place {

        private final T task;
        /** Whom to serve, oneself among them; nobody if one has been served. */
        private final CompletableFuture<List<Place>> call = new CompletableFuture<>();

        private R result;
        private Throwable failure;

        Place(T task) {
            this.task = task;
        }
    }

    /**
     * Has something done, with others or not.
     *
     * @return what came of it; nothing if nobody came to it in time, and nothing has been done
     * @throws RuntimeException as the work does, of all whom it was to serve
     */
    public Optional<R> ask(T task) {
        Place place = new Place(task);
        lock.lock();
        try {
            waiting.add(place);
            callNext();
        } finally {
            lock.unlock();
        }
        if (!isCalled(place) && goes(place)) {
            return Optional.empty();
        }
        List<Place> served = place.call.join();
        if (!served.isEmpty()) {
            serve(served);
        }
        return switch (place.failure) {
            case null -> Optional.of(place.result);
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other -> throw new IllegalStateException(other);
        };
    }

    private boolean isCalled(Place place) {
        try {
            place.call.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether one can go, because one is not being served. */
    private boolean goes(Place place) {
        lock.lock();
        try {
            return waiting.remove(place);
        } finally {
            lock.unlock();
        }
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
                serving = false;
                callNext();
            } finally {
                lock.unlock();
            }
            served.forEach(place -> place.call.complete(List.of()));
        }
    }

    /** Calls one of those who wait, to serve them all. */
    private void callNext() {
        if (!serving && !waiting.isEmpty()) {
            List<Place> next = waiting.stream().limit(MOST).toList();
            next.forEach(waiting::remove);
            serving = true;
            next.getFirst().call.complete(next);
        }
    }
}
