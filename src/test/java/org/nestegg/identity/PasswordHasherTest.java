package org.nestegg.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.Race;

@QuarkusTest
class PasswordHasherTest {

    /** At the real cost. */
    private final PasswordHasher hasher = hasher(19_456, 2);

    @AfterEach
    void stop() {
        hasher.stop();
    }

    private static PasswordHasher hasher(int memory, int passes) {
        return new PasswordHasher(new PasswordHashConfig() {

            @Override
            public int memory() {
                return memory;
            }

            @Override
            public int passes() {
                return passes;
            }
        });
    }

    @Test
    void hashesAreArgon2idWithTheParametersThatAreAskedFor() {
        String hash = hasher.hash(new NewPassword("a walk by the river"));
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, hasher.hash(new NewPassword("a walk by the river")));
        assertTrue(hasher.matches(new Password("a walk by the river"), hash));
        assertFalse(hasher.matches(new Password("a walk by the sea"), hash));
        assertFalse(hasher.matches(new Password(""), hash));
    }

    @Test
    void nobodysPasswordTakesTheSameWorkAndNeverMatches() {
        String hash = hasher.hash(new NewPassword("a walk by the river"));
        assertEquals(
                hash.replaceAll("[^$]{22}\\$[^$]{43}$", ""), hasher.decoy().replaceAll("[^$]{22}\\$[^$]{43}$", ""));
        assertFalse(hasher.matchesNothing(new Password("a walk by the sea")));
    }

    @Test
    void noMorePasswordsAreHashedAtOnceThanThereAreCores() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger most = new AtomicInteger();
        Thread observer = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                int hashing = (int) java.util.Arrays.stream(
                                ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                        .filter(thread -> java.util.Arrays.stream(thread.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().contains("Argon2BytesGenerator")))
                        .count();
                most.accumulateAndGet(hashing, Math::max);
            }
        });
        Race.of(16, i -> hasher.hash(new NewPassword("a walk by the river")));
        done.set(true);
        assertTrue(observer.join(Duration.ofSeconds(60)), "still looking");
        assertTrue(
                most.get() >= 1 && most.get() <= Runtime.getRuntime().availableProcessors(),
                "hashing at once: " + most);
    }

    @Test
    void whoWouldWaitTooLongIsTurnedAway() {
        PasswordHasher cheap = hasher(4_096, 1);
        List<Boolean> done = Race.of(400, i -> {
            try {
                cheap.hash(new NewPassword("a walk by the river"));
                return true;
            } catch (RejectedExecutionException e) {
                return false;
            }
        });
        cheap.stop();
        assertEquals(400, done.size());
        assertTrue(done.contains(true) && done.contains(false), "some are served, some are turned away");
    }
}
