package org.nestegg.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.page.PageRequest;

/** Something to reach, with goals below it. */
@Entity
@Table(name = "goal")
public class Goal extends OwnedEntity {

    public UUID parentId;

    public String name;

    public String description;

    @Column(name = "start_at")
    public Instant start;

    /** When it was done; active while there is none. */
    @Column(name = "end_at")
    public Instant end;

    @Column(precision = 19, scale = 4)
    public BigDecimal targetAmount;

    /** The currency of the target and of all contributions. */
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    public LocalDate targetDate;

    /** The sum of its own contributions; the database keeps it. */
    @Column(precision = 19, scale = 4, insertable = false, updatable = false)
    public BigDecimal saved = BigDecimal.ZERO;

    public boolean isDone() {
        return end != null;
    }

    @PostPersist
    void tally() {
        BusinessMetrics.countOnCommit("nestegg.goals.created");
    }

    public static Optional<Goal> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** One page of the owner's goals that match, the newest first. */
    static List<Goal> page(UUID owner, GoalFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner).andBefore(page.after());
        return Goal.<Goal>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, GoalFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return count(criteria.where(), criteria.parameters());
    }

    /** Those of several that there are, by id. */
    static Map<UUID, Goal> byId(UUID owner, List<UUID> ids) {
        return Goal.<Goal>stream("owner = ?1 and id in ?2", owner, ids)
                .collect(Collectors.toMap(goal -> goal.id, goal -> goal));
    }
}
