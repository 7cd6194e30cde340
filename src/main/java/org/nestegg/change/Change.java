package org.nestegg.change;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.query.MutationQuery;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;

/**
 * A change of what is a user's: made by one request, all or nothing. Those of a user are counted from 1, without gaps, in the order
 * in which they take effect, because each begins by taking the user's row of {@code feed_head}.
 */
@Entity
@Immutable
@Table(name = "change")
public class Change extends PanacheEntityBase {

    @EmbeddedId
    public Id id;

    public Instant at;

    /** The id of the operation. */
    public String kind;

    @Enumerated(EnumType.STRING)
    ActorType actorType;

    public UUID actorId;

    public String actorName;

    /** The change that this one undoes, if it does. */
    public Long undoes;

    /**
     * Which changes of a user are kept.
     *
     * @param latest the newest one's seq, 0 before the first
     * @param oldest the seq of the oldest that is kept; one more than the latest if none is
     */
    record Kept(long latest, long oldest) {

        /** Whether the state just after a change, 0 for before the first, can be told. */
        boolean knowsStateAfter(long seq) {
            return seq >= oldest - 1;
        }

        /** Whether there was such a change, which is not kept. */
        boolean hasForgotten(long seq) {
            return seq < oldest && seq <= latest;
        }
    }

    static long open(UUID owner, String kind, Actor actor) {
        return Panache.getSession()
                .createNativeQuery("select open_change(:owner, :kind, :type, :id, :name)", Long.class)
                .setParameter("owner", owner)
                .setParameter("kind", kind)
                .setParameter("type", actor.type().code)
                .setParameter("id", actor.id(), UUID.class)
                .setParameter("name", actor.name(), String.class)
                .getSingleResult();
    }

    /** Takes back a change that has changed nothing. */
    static void drop(UUID owner, long seq) {
        Panache.getSession()
                .createNativeQuery("select true from drop_change(:owner, :seq)", Boolean.class)
                .setParameter("owner", owner)
                .setParameter("seq", seq)
                .getSingleResult();
    }

    /** Whether nobody is changing anything of the owner's just now. */
    public static boolean isFree(UUID owner) {
        return Panache.getSession()
                .createNativeQuery(
                        "select true from feed_head where user_id = :owner for update skip locked", Boolean.class)
                .setParameter("owner", owner)
                .uniqueResultOptional()
                .isPresent();
    }

    /** The seq of the owner's newest change; 0 before the first. */
    public static long latest(UUID owner) {
        return kept(owner).latest();
    }

    static Kept kept(UUID owner) {
        return Panache.getSession()
                .createNativeQuery(
                        "select h.seq, coalesce((select min(c.seq) from change c where c.user_id = :owner), h.seq + 1)"
                                + " from feed_head h where h.user_id = :owner",
                        Object[].class)
                .setParameter("owner", owner)
                .uniqueResultOptional()
                .map(row -> new Kept((long) row[0], (long) row[1]))
                .orElse(new Kept(0, 1));
    }

    static Optional<Change> of(UUID owner, long seq) {
        return findByIdOptional(new Id(owner, seq));
    }

    /** The same, kept from being forgotten until the end of the transaction. */
    static Optional<Change> locked(UUID owner, long seq) {
        return findByIdOptional(new Id(owner, seq), LockModeType.PESSIMISTIC_READ);
    }

    /** Some of the owner's changes between two, both left out, the oldest first. */
    static List<Change> between(UUID owner, long after, long before, int most) {
        return Change.<Change>find(
                        "id.owner = ?1 and id.seq > ?2 and id.seq < ?3 order by id.seq", owner, after, before)
                .range(0, most - 1)
                .list();
    }

    /** Some of the owner's, by seq. */
    static Map<Long, Change> all(UUID owner, List<Long> seqs) {
        return Change.<Change>stream("id.owner = ?1 and id.seq in ?2", owner, seqs)
                .collect(Collectors.toMap(change -> change.id.seq, change -> change));
    }

    /** Those that undo some of the owner's changes, by the seq of what they undo. */
    static Map<Long, Long> undoing(UUID owner, List<Long> seqs) {
        return Change.<Change>stream("id.owner = ?1 and undoes in ?2", owner, seqs)
                .collect(Collectors.toMap(change -> change.undoes, change -> change.id.seq));
    }

    /**
     * The kind of a change; of one that undoes another, that of the other, and so on: undoing an undoing does again what was done in
     * the first place.
     */
    String firstKind() {
        if (undoes == null) {
            return kind;
        }
        return Panache.getSession()
                .createNativeQuery(
                        "with recursive done as (select seq, kind, undoes from change where user_id = :owner and seq = :seq"
                                + " union all select c.seq, c.kind, c.undoes from done d"
                                + " join change c on c.user_id = :owner and c.seq = d.undoes)"
                                + " select kind from done order by seq limit 1",
                        String.class)
                .setParameter("owner", id.owner)
                .setParameter("seq", id.seq)
                .getSingleResult();
    }

    /** Says of a change which one it undoes. */
    static void undoes(UUID owner, long seq, long undone) {
        Panache.getSession()
                .createNativeMutationQuery("update change set undoes = :undone where user_id = :owner and seq = :seq")
                .setParameter("owner", owner)
                .setParameter("seq", seq)
                .setParameter("undone", undone)
                .executeUpdate();
    }

    /**
     * Forgets some of those before a moment, the oldest first, within a transaction; nobody makes one meanwhile.
     *
     * @return how many; none if none is left
     */
    static long forgetSome(UUID owner, Instant before) {
        Panache.getSession()
                .createNativeQuery("select seq from feed_head where user_id = :owner for update", Long.class)
                .setParameter("owner", owner)
                .uniqueResult();
        return forget("user_id = :owner and at < :before", before, query -> query.setParameter("owner", owner));
    }

    /** Forgets some of those that have been kept for so long, the oldest first, within a transaction; see {@link Expiry}. */
    static long purge(Duration kept) {
        return forget("at < :before", StoredEntity.now().minus(kept), query -> query);
    }

    /** A change may have very many items, which go with it: that may take longer than a statement of a request. */
    private static long forget(String condition, Instant before, UnaryOperator<MutationQuery> parameters) {
        Panache.getSession()
                .createNativeQuery("select set_config('statement_timeout', '0', true)", String.class)
                .getSingleResult();
        return parameters
                .apply(Panache.getSession()
                        .createNativeMutationQuery("delete from change where (user_id, seq) in ("
                                + "select user_id, seq from change where " + condition
                                + " order by at, seq limit :most)"))
                .setParameter("before", before)
                .setParameter("most", Expiry.SLICE)
                .executeUpdate();
    }

    Actor actor() {
        return new Actor(actorType, actorId, actorName);
    }

    /** A change is its user's own. */
    @Embeddable
    public record Id(@Column(name = "user_id") UUID owner, long seq) {}
}
