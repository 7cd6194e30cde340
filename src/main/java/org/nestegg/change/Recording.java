package org.nestegg.change;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.limit.Turn;
import org.nestegg.platform.operation.BusinessMetrics;

/** The change that a transaction makes, and whether it has changed anything yet. */
public final class Recording {

    private static final long NOT_BEGUN = 0;

    private static final String OPEN =
            "open_change(:changeOwner, :changeKind, :changeActor, cast(:changeActorId as uuid), :changeActorName)";

    private final UUID owner;
    private final String kind;
    private final Actor actor;
    private final boolean keyed;
    private final Turn turn;
    private long seq = NOT_BEGUN;
    private boolean touched;
    private boolean alone;

    private Recording(UUID owner, String kind, Actor actor, boolean keyed, Turn turn) {
        this.owner = owner;
        this.kind = kind;
        this.actor = actor;
        this.keyed = keyed;
        this.turn = turn;
    }

    /** How a change begins: whose it is, of what kind, and who makes it. */
    public record Opening(UUID owner, String kind, Actor actor) {}

    /** A change that somebody else has made: its number, and what it has made. */
    public record Given<T>(long seq, T made) {}

    /**
     * The change of the current transaction, which has not begun yet.
     *
     * @param keyed whether its answer is kept in the same transaction
     * @param turn that of the request that makes it
     */
    static Recording of(UUID owner, String kind, Actor actor, boolean keyed, Turn turn) {
        Recording recording = new Recording(owner, kind, actor, keyed, turn);
        registry().putResource(Recording.class, recording);
        return recording;
    }

    /**
     * Makes a change that nobody has asked for, or none where nothing changes, in the current transaction: nobody else writes what is
     * the owner's from before the work to the end of that.
     *
     * @param kind what kind of change it is
     */
    public static <T> T byItself(UUID owner, String kind, ActorType actor, Supplier<T> work) {
        Recording recording = of(owner, kind, new Actor(actor, null, null), false, Turn.NONE);
        recording.begin();
        T result = work.get();
        Panache.flush();
        recording.end();
        return result;
    }

    /** Counts the change, or takes it back if nothing has changed; what was written is flushed. */
    boolean end() {
        if (touched) {
            BusinessMetrics.countOnCommit("nestegg.changes", "kind", kind);
        } else {
            Change.drop(owner, seq);
        }
        return touched;
    }

    /** Begins the change, if it has not begun: the first statement of its transaction. */
    public void begin() {
        if (!hasBegun()) {
            seq = Change.open(owner, kind, actor);
        }
    }

    /**
     * Begins the change, if it has not begun, and reads in the same round trip what nobody else writes from then on.
     *
     * @param parameters of the query; names that begin with {@code change} are taken
     */
    public <T> List<T> beginReading(String query, Map<String, Object> parameters, Sql.Mapper<T> mapper) {
        if (hasBegun()) {
            return Sql.list(query, parameters, mapper);
        }
        Map<String, Object> all = new HashMap<>(parameters);
        describe(all);
        Sql.Both<Long, T> both = Sql.both("select " + OPEN, Sql.Columns::number, query, all, mapper);
        seq = both.first();
        return both.rows();
    }

    private void describe(Map<String, Object> parameters) {
        parameters.put("changeOwner", owner);
        parameters.put("changeKind", kind);
        parameters.put("changeActor", actor.type().code);
        parameters.put("changeActorId", actor.id());
        parameters.put("changeActorName", actor.name());
    }

    public boolean hasBegun() {
        return seq != NOT_BEGUN;
    }

    /**
     * Makes the whole change by one statement, which begins and commits it: one round trip. Where the answer is kept in its
     * transaction, that commits it.
     *
     * @param insert an {@code insert} whose last column is {@code created_seq}, up to that column's value; it returns the same
     * @param parameters its parameters; names that begin with {@code change} are taken
     * @throws jakarta.persistence.PersistenceException if it has failed; it may have been committed where the connection was lost
     */
    public void alone(String insert, Map<String, Object> parameters) {
        describe(parameters);
        String statement = insert + OPEN + ") returning created_seq";
        seq = keyed
                ? Sql.list(statement, parameters, Sql.Columns::number).getFirst()
                : Sql.alone(statement, parameters, Sql.Columns::number).getFirst();
        touched = true;
        alone = !keyed;
    }

    /**
     * Has somebody else make the whole change, and commit it. Whoever waits for that is not the next of their user any more, unless
     * nothing comes of it.
     *
     * @param work makes it; nothing, if it has done nothing
     * @return what has been made
     */
    public <T> Optional<T> given(Function<Opening, Optional<Given<T>>> work) {
        if (keyed) {
            return Optional.empty();
        }
        turn.leave();
        Optional<Given<T>> given = work.apply(new Opening(owner, kind, actor));
        given.ifPresentOrElse(
                change -> {
                    seq = change.seq();
                    touched = true;
                    alone = true;
                },
                turn::take);
        return given.map(Given::made);
    }

    /** Whether one statement was all, and everything is committed. */
    boolean isAlone() {
        return alone;
    }

    /** That the current transaction has changed something, for whoever writes past {@link RecordedEntity}. */
    public static void touch() {
        current().ifPresent(recording -> recording.touched = true);
    }

    /** That of the current transaction, if it makes a change. */
    public static Optional<Recording> current() {
        return Optional.ofNullable((Recording) registry().getResource(Recording.class));
    }

    private static TransactionSynchronizationRegistry registry() {
        return Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
    }

    /** The number of the change, once it has begun. */
    public long seq() {
        return seq;
    }

    /** Takes the change back, for whoever refuses and has what was written beside it kept. */
    public void abandon() {
        Change.drop(owner, seq);
        seq = NOT_BEGUN;
    }
}
