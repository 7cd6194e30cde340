package org.nestegg.support;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same several times at once. */
public final class Race {

    private static final long DEADLINE_SECONDS = 120;

    private Race() {}

    /** What each of the runners got, who all start together on threads of their own. */
    public static <T> List<T> of(int runners, IntFunction<T> run) {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var results = IntStream.range(0, runners)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return run.apply(i);
                    }))
                    .toList();
            start.countDown();
            return results.stream()
                    .map(result -> {
                        try {
                            return result.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
                        } catch (InterruptedException | ExecutionException | TimeoutException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }
}
