package org.nestegg.platform.limit;

import io.smallrye.config.ConfigMapping;

/** How much callers may ask for. */
@ConfigMapping(prefix = "nestegg.limits")
public interface LimitsConfig {

    /** Whether there are limits at all. */
    boolean enabled();

    /** How many requests a user may make in a minute, on each replica. */
    int requestsPerMinute();

    /** How many requests of a user are worked on at once, on each replica; at most half as many as there are connections. */
    int requestsInFlight();

    /** How many users may be registered from one source in an hour, on each replica. */
    int registrationsPerHour();

    /** How often one user may sign in in an hour, on each replica. */
    int signInsPerHour();

    /** How often one user may refresh in an hour, all sessions together, on each replica. */
    int refreshesPerHour();

    /** How many failures with one address are free in 15 minutes, on all replicas together. */
    int failuresByAddress();

    /** How many failures from one source are free in 15 minutes, on all replicas together. */
    int failuresBySource();
}
