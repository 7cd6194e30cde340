package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.nestegg.identity.token.Credentials;
import org.nestegg.platform.security.SignedIn;

/**
 * All who follow their changes on this replica. While there are any, the database is asked every 400 ms, at once for all of
 * them, what there is and who is still signed in: nothing of them is kept there, so that any replica can go on with any stream.
 */
@Singleton
class Followers {

    private static final Logger LOG = Logger.getLogger(Followers.class);

    private static final Duration PERIOD = Duration.ofMillis(400);

    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private boolean isLooking;
    private volatile boolean isStopping;

    /** Begins to follow for a caller, who has not as many streams yet as there may be. */
    synchronized Optional<Follower> join(SignedIn caller, int most) {
        if (all.stream().filter(other -> other.caller.id().equals(caller.id())).count() >= most) {
            return Optional.empty();
        }
        Follower follower = new Follower(caller);
        all.add(follower);
        if (isStopping) {
            follower.end();
        }
        if (!isLooking) {
            isLooking = true;
            Thread.ofVirtual().name("followers").start(this::look);
        }
        return Optional.of(follower);
    }

    void leave(Follower follower) {
        all.remove(follower);
    }

    /** The pause in which balancers notice is enough to go elsewhere. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    private void endAll() {
        isStopping = true;
        all.forEach(Follower::end);
    }

    private void look() {
        boolean failed = false;
        try {
            while (isNeeded()) {
                try {
                    QuarkusTransaction.requiringNew().run(this::tellAll);
                    failed = false;
                } catch (RuntimeException e) {
                    if (!failed) {
                        LOG.warnf("What is new cannot be asked: %s", e.getMessage());
                    }
                    failed = true;
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            stopLooking(); // who joins begins it anew
            throw e;
        }
    }

    private synchronized void stopLooking() {
        isLooking = false;
    }

    private synchronized boolean isNeeded() {
        isLooking = !all.isEmpty();
        return isLooking;
    }

    private void tellAll() {
        List<Follower> followers = List.copyOf(all);
        UUID[] owners = followers.stream()
                .map(follower -> follower.caller.id())
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, Long> latest = Panache.getSession()
                .createNativeQuery("select user_id, seq from feed_head where user_id = any(:owners)", Object[].class)
                .setParameter("owners", owners)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
        Set<UUID> good = Credentials.good(
                owners, followers.stream().flatMap(Followers::credentials).toArray(UUID[]::new));
        for (Follower follower : followers) {
            if (credentials(follower).allMatch(good::contains)) {
                follower.see(latest.getOrDefault(follower.caller.id(), 0L));
            } else {
                follower.end();
            }
        }
    }

    /** What must be good for the caller to be signed in. */
    private static Stream<UUID> credentials(Follower follower) {
        return Stream.of(
                        Stream.of(follower.caller.id()),
                        follower.caller.session().stream(),
                        follower.caller.token().map(SignedIn.PersonalToken::id).stream())
                .flatMap(ids -> ids);
    }
}
