package org.nestegg.bucketlist;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.page.PageRequest;

/** A list of wishes. */
@Entity
@Table(name = "bucketlist")
public class Bucketlist extends OwnedEntity {

    private static final String COUNTED = """
            select l,
                (select count(*) from BucketlistItem i where i.owner = l.owner and i.bucketlistId = l.id),
                (select count(*) from BucketlistItem i
                    where i.owner = l.owner and i.bucketlistId = l.id and i.doneAt is not null)
            from Bucketlist l where\s""";

    public String name;

    static Optional<Bucketlist> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** The list with the number of its items, in one statement. */
    static Optional<Counted> counted(UUID owner, UUID id) {
        return select(Criteria.ofOwner(owner).and("id = :id", "id", id), 1).stream()
                .findFirst();
    }

    /** One page of the owner's lists that match, the newest first, with the numbers of their items in one statement. */
    static List<Counted> page(UUID owner, Optional<String> text, PageRequest page) {
        return select(criteria(owner, text).andBefore(page.after()), page.fetch());
    }

    static long count(UUID owner, Optional<String> text) {
        Criteria criteria = criteria(owner, text);
        return count(criteria.where(), criteria.parameters());
    }

    private static Criteria criteria(UUID owner, Optional<String> text) {
        return Criteria.ofOwner(owner).andAnyContains(List.of("name"), "text", text);
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
