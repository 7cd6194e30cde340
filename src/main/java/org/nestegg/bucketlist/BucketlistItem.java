package org.nestegg.bucketlist;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.goal.Goal;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;

/** A wish on a bucket list. One that was made a goal is done when the goal is; the database sees to it. */
@Entity
@Table(name = "bucketlist_item")
public class BucketlistItem extends RecordedEntity {

    /** Of a user, on all lists together. */
    public static final Limit LIMIT = new Limit("items", 10_000, BucketlistProblem.TEXTS);

    @Column(updatable = false)
    public UUID bucketlistId;

    public String name;

    public String description;

    public Instant doneAt;

    /** The goal that was made from it. */
    public UUID goalId;

    BucketlistItem() {}

    /** As it was. */
    BucketlistItem(Row row) {
        super(row);
        bucketlistId = row.id("bucketlist_id");
        name = row.text("name");
        description = row.text("description");
        doneAt = row.instant("done_at");
        goalId = row.id("goal_id");
    }

    BucketlistItem(Bucketlist list, ItemInput input) {
        owner = list.owner;
        bucketlistId = list.id;
        apply(input);
    }

    /** Changes it to what the input says. */
    void change(ItemInput input) {
        apply(input);
        flush();
    }

    private void apply(ItemInput input) {
        name = input.name();
        description = input.description();
        if (!Boolean.TRUE.equals(input.done())) {
            doneAt = null;
        } else if (doneAt == null) {
            doneAt = now();
        }
    }

    /**
     * Makes a goal from it. From then on the two are done and reopened together, which the database sees to.
     *
     * @param own the currency where none is named
     * @throws ProblemException with {@code already-promoted}, or as {@link Goal#create} does
     */
    Goal promote(PromoteInput input, Currency own) {
        if (goalId != null) {
            throw new ProblemException(BucketlistProblem.ALREADY_PROMOTED);
        }
        Goal goal = Goal.create(owner, input.toGoal(this), own);
        goalId = goal.id;
        return goal;
    }

    /** How many items the owner has, on all lists together. */
    static long count(UUID owner) {
        return count("owner", owner);
    }

    /**
     * Whether the owner's items are as items may be, after some have been set back.
     *
     * @return those of them whose goal is done and they are not, or the other way round: they would not have been set back together
     * @throws ProblemException with {@code limit-reached} if there are too many
     */
    static List<UUID> outOfStep(UUID owner, List<UUID> written) {
        LIMIT.check(count(owner) - 1);
        return Panache.getSession()
                .createNativeQuery("""
                        select i.id from bucketlist_item i join goal g on g.user_id = :owner and g.id = i.goal_id
                            where i.user_id = :owner and i.id = any(:written) and i.done_at is distinct from g.end_at
                        """, UUID.class)
                .setParameter("owner", owner)
                .setParameter("written", written.toArray(UUID[]::new))
                .getResultList();
    }

    static Optional<BucketlistItem> of(UUID owner, UUID list, UUID id) {
        return find("owner = ?1 and bucketlistId = ?2 and id = ?3", owner, list, id)
                .firstResultOptional();
    }

    /** One page of the items of a list that match, the newest first. */
    static List<BucketlistItem> page(UUID owner, ItemFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner).andBefore(page.after());
        return BucketlistItem.<BucketlistItem>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, ItemFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }
}
