package org.nestegg.bucketlist;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** A list of wishes. */
@Entity
@Table(name = "bucketlist")
public class Bucketlist extends RecordedEntity {

    /** Of a user. */
    public static final Limit LIMIT = new Limit("bucketlists", 1_000, BucketlistProblem.TEXTS);

    private static final String COUNTED = """
            select l,
                (select count(*) from BucketlistItem i where i.owner = l.owner and i.bucketlistId = l.id),
                (select count(*) from BucketlistItem i
                    where i.owner = l.owner and i.bucketlistId = l.id and i.doneAt is not null)
            from Bucketlist l where\s""";

    public String name;

    Bucketlist() {}

    /** As it was. */
    Bucketlist(Row row) {
        super(row);
        name = row.text("name");
    }

    /**
     * Begins a list. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @throws ProblemException with {@code limit-reached}
     */
    static Bucketlist create(UUID owner, BucketlistInput input) {
        LIMIT.check(count("owner", owner));
        Bucketlist list = new Bucketlist();
        list.owner = owner;
        list.name = input.name();
        list.persistAndFlush();
        return list;
    }

    /** Changes it to what the input says. */
    void change(BucketlistInput input) {
        name = input.name();
        flush();
    }

    /**
     * Puts an item on it.
     *
     * @throws ProblemException with {@code limit-reached}
     */
    BucketlistItem add(ItemInput input) {
        BucketlistItem.LIMIT.check(BucketlistItem.count(owner));
        BucketlistItem item = new BucketlistItem(this, input);
        item.persistAndFlush();
        return item;
    }

    static Optional<Bucketlist> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** The list with the number of its items, in one statement. */
    static Optional<Counted> counted(UUID owner, UUID id) {
        return select(Criteria.ofOwner(owner).and("id = :id", "id", id), 1).stream()
                .findFirst();
    }

    /** One page of the owner's lists that match, the newest first, with the numbers of their items in one statement. */
    static List<Counted> page(UUID owner, BucketlistFilter filter, PageRequest page) {
        return select(filter.criteria(owner).andBefore(page.after()), page.fetch());
    }

    static long count(UUID owner, BucketlistFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }

    /**
     * Whether there are as many as there may be, after some have been brought back.
     *
     * @throws ProblemException with {@code limit-reached} if there are too many
     */
    static List<UUID> tooMany(UUID owner, List<UUID> written) {
        LIMIT.check(count("owner", owner) - 1);
        return List.of();
    }

    private static List<Counted> select(Criteria criteria, int limit) {
        var query = Panache.getSession()
                .createSelectionQuery(COUNTED + criteria.where() + " order by id desc", Counted.class)
                .setMaxResults(limit);
        criteria.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** A list with the number of its items, and of those that are done. */
    @RegisterForReflection
    record Counted(Bucketlist list, long items, long done) {}
}
