package org.nestegg.identity;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id (RFC 9106) in one lane, at OWASP's parameters unless
 * configured otherwise. A hash is pure work for the
 * processor, so it runs on worker threads, never more at once than there are cores; whoever waits holds neither a worker
 * nor a database connection.
 */
@Singleton
public class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    /** Some seconds of work; whoever comes after that is better told to try again than kept waiting. */
    private static final int MAX_WAITING = 256;

    /** A salt and a hash that are random, so that no known password has them: for {@link #matchesNothing}. */
    private static final String DECOY = "$WgZnYwz9nKfBss/z384FIA$sVtrGB1kPcm/KATrP/a7RQw6xz9rL+3xYTs05R+sOiA";

    private final Argon2PasswordEncoder argon2;
    private final String decoy;
    private final ManagedExecutor workers = ManagedExecutor.builder()
            .maxAsync(Runtime.getRuntime().availableProcessors())
            .maxQueued(MAX_WAITING)
            .propagated()
            .cleared(ThreadContext.ALL_REMAINING)
            .build();

    PasswordHasher(PasswordHashConfig config) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, config.memory(), config.passes());
        decoy = "$argon2id$v=19$m=" + config.memory() + ",t=" + config.passes() + ",p=" + LANES + DECOY;
    }

    /** The hash of a password, in PHC string format, with a salt of its own. */
    public String hash(NewPassword password) {
        return run(() -> argon2.encode(password.value()));
    }

    public boolean matches(Password password, String hash) {
        return run(() -> argon2.matches(password.value(), hash));
    }

    /** Takes as long as {@link #matches} and says no: for an address that nobody has. */
    public boolean matchesNothing(Password password) {
        matches(password, decoy);
        return false;
    }

    /** What {@link #matchesNothing} compares with. */
    String decoy() {
        return decoy;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private <T> T run(Callable<T> work) {
        return workers.supplyAsync(() -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                })
                .join();
    }
}
