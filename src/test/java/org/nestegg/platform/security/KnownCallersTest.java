package org.nestegg.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nestegg.support.Await;

/**
 * Who is known for how long. Where the machine stands still for a moment, whoever should be known may not be: what is to come about
 * is tried until it does.
 */
class KnownCallersTest {

    private static final String TOKEN = "token";
    private static final Duration KEPT = Duration.ofMillis(100);

    private final AtomicInteger lookUps = new AtomicInteger();
    private final SecurityIdentity caller = caller();

    @Test
    void whoeverKeepsAskingIsLookedUpAhead() {
        KnownCallers callers = callers(asked -> asked);
        Await.until("known for long", () -> timeKnown(callers).compareTo(KEPT.multipliedBy(5)) > 0);
        assertTrue(lookUps.get() >= 5);
    }

    @Test
    void allWhoAskAreLookedUpTogether() {
        KnownCallers callers = callers(asked -> asked);
        Await.until("both known for long", () -> {
            lookUps.set(0);
            callers.remember(callers.lookUp("other"), caller());
            Duration known = timeKnown(callers, () -> callers.find("other"));
            return known.compareTo(KEPT.multipliedBy(5)) > 0
                    && callers.find("other").isPresent()
                    && lookUps.get() <= known.dividedBy(Duration.ofMillis(25));
        });
    }

    @Test
    void whoHasChangedIsForgotten() {
        KnownCallers callers = callers(_ -> List.of());
        assertTrue(timeKnown(callers).compareTo(KEPT.plusMillis(1)) < 0);
    }

    @Test
    void whoDoesNotAskAgainIsNotLookedUp() throws InterruptedException {
        KnownCallers callers = callers(asked -> asked);
        callers.remember(callers.lookUp(TOKEN), caller);
        Thread.sleep(KEPT);
        assertEquals(Optional.empty(), callers.find(TOKEN));
        assertEquals(0, lookUps.get());
    }

    @Test
    void aFailureIsLeftToWhoAsksNext() {
        KnownCallers callers = callers(_ -> {
            throw new IllegalStateException("the database is gone");
        });
        for (int i = 0; i < 2; i++) {
            int before = lookUps.get();
            Await.until("looked up in vain", () -> {
                assertTrue(timeKnown(callers).compareTo(KEPT.plusMillis(1)) < 0);
                return lookUps.get() > before;
            });
        }
    }

    @Test
    void whoIsForgottenWhileBeingLookedUpStaysForgotten() {
        AtomicReference<KnownCallers> callers = new AtomicReference<>();
        callers.set(callers(asked -> {
            callers.get().forget(SignedIn.of(caller).id());
            return asked;
        }));
        Await.until("looked up", () -> {
            assertTrue(timeKnown(callers.get()).compareTo(KEPT.plusMillis(1)) < 0);
            return lookUps.get() > 0;
        });
    }

    @Test
    void othersAreNotLookedUpAhead() {
        KnownCallers callers = new KnownCallers(new Renewal(asked -> asked, false));
        assertTrue(timeKnown(callers).compareTo(KEPT.plusMillis(1)) < 0);
        assertEquals(0, lookUps.get());
    }

    /** How long somebody who is let in and keeps asking is known. */
    private Duration timeKnown(KnownCallers callers) {
        return timeKnown(callers, () -> {});
    }

    private Duration timeKnown(KnownCallers callers, Runnable meanwhile) {
        KnownCallers.Unknown unknown = callers.lookUp(TOKEN);
        callers.remember(unknown, caller);
        long last = unknown.since();
        for (long now = last; now - unknown.since() < KEPT.multipliedBy(6).toNanos(); now = System.nanoTime()) {
            Optional<SecurityIdentity> known = callers.find(TOKEN);
            if (known.isEmpty()) {
                break;
            }
            assertSame(caller, known.get());
            last = now;
            meanwhile.run();
        }
        return Duration.ofNanos(last - unknown.since());
    }

    private KnownCallers callers(UnaryOperator<Collection<SecurityIdentity>> unchanged) {
        return new KnownCallers(new Renewal(unchanged, true));
    }

    private static SecurityIdentity caller() {
        SignedIn signedIn = new SignedIn(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance("EUR"),
                "en",
                ZoneOffset.UTC,
                Optional.empty());
        return signedIn.identity(signedIn, "user").build();
    }

    private final class Renewal implements CallerRenewal {

        private final UnaryOperator<Collection<SecurityIdentity>> unchanged;
        private final boolean concernsAll;

        Renewal(UnaryOperator<Collection<SecurityIdentity>> unchanged, boolean concernsAll) {
            this.unchanged = unchanged;
            this.concernsAll = concernsAll;
        }

        @Override
        public boolean concerns(SecurityIdentity identity) {
            return concernsAll;
        }

        @Override
        public Collection<SecurityIdentity> unchanged(Collection<SecurityIdentity> asked) {
            lookUps.incrementAndGet();
            return unchanged.apply(asked);
        }
    }
}
