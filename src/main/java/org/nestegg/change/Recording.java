package org.nestegg.change;

import io.quarkus.arc.Arc;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.UUID;

/** The change that a transaction makes, and whether it has changed anything yet. */
public final class Recording {

    private final UUID owner;
    private final long seq;
    private boolean touched;

    private Recording(UUID owner, long seq) {
        this.owner = owner;
        this.seq = seq;
    }

    /** Begins the change of the current transaction: its first statement. */
    static Recording begin(UUID owner, String kind, Actor actor) {
        Recording recording = new Recording(owner, Change.open(owner, kind, actor));
        registry().putResource(Recording.class, recording);
        return recording;
    }

    /** That the current transaction has changed something, for whoever writes past {@link RecordedEntity}. */
    public static void touch() {
        current().ifPresent(recording -> recording.touched = true);
    }

    static Optional<Recording> current() {
        return Optional.ofNullable((Recording) registry().getResource(Recording.class));
    }

    private static TransactionSynchronizationRegistry registry() {
        return Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
    }

    UUID owner() {
        return owner;
    }

    long seq() {
        return seq;
    }

    boolean isTouched() {
        return touched;
    }
}
