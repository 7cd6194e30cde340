package org.nestegg.bucketlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.page.PageRequest;

/** A wish on a bucket list. One that was made a goal is done when the goal is; the database sees to it. */
@Entity
@Table(name = "bucketlist_item")
public class BucketlistItem extends OwnedEntity {

    @Column(updatable = false)
    public UUID bucketlistId;

    public String name;

    public String description;

    public Instant doneAt;

    /** The goal that was made from it. */
    public UUID goalId;

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
