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
import java.util.function.Supplier;
import org.nestegg.platform.problem.Causes;
import org.nestegg.platform.problem.SqlFailure;

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

    private final boolean enabled;
    private final Function<List<T>, List<R>> work;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Place> waiting = new LinkedHashSet<>();
    private boolean serving;

    /**
     * @param enabled whether anybody is served at all
     * @param work serves some, and says of each what came of it, in their order
     */
    public Gathering(boolean enabled, Function<List<T>, List<R>> work) {
        this(enabled, work, PATIENCE);
    }

    Gathering(boolean enabled, Function<List<T>, List<R>> work, Duration patience) {
        this.enabled = enabled;
        this.work = work;
        this.patience = patience;
    }

    /** One who waits. */
    private final class Place {

        private final T task;
        /** Whom to serve, oneself among them; nobody if one has been served. */
        private final CompletableFuture<List<Place>> call = new CompletableFuture<>();

        private Supplier<Optional<R>> outcome;

        Place(T task) {
            this.task = task;
        }
    }

    /** Whether asking is of any use. */
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Has something done, with others or not. Who is not called within half a second goes; who is, waits for as long as it takes.
     *
     * @return what came of it; nothing if nothing has been done, and one is to do it alone
     * @throws RuntimeException as the work does, of all whom it was to serve, but where the database has refused what they asked for:
     *     that may be the fault of one of them
     */
    public Optional<R> ask(T task) {
        if (!enabled) {
            return Optional.empty();
        }
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
        return place.outcome.get();
    }

    private boolean isCalled(Place place) {
        try {
            place.call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
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
                Optional<R> result = Optional.of(results.get(i));
                served.get(i).outcome = () -> result;
            }
        } catch (RuntimeException | Error e) {
            Supplier<Optional<R>> failure = () -> {
                throw e;
            };
            boolean refused = isRefused(e);
            served.forEach(place -> place.outcome = refused ? Optional::empty : failure);
        } finally {
            served.forEach(place -> place.call.complete(List.of()));
            lock.lock();
            try {
                serving = false;
                callNext();
            } finally {
                lock.unlock();
            }
        }
    }

    private static boolean isRefused(Throwable failure) {
        return Causes.of(failure).noneMatch(UncertainException.class::isInstance)
                && Causes.inDatabase(failure)
                        .findFirst()
                        .filter(SqlFailure::isAnswer)
                        .isPresent();
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
