package org.nestegg.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.page.PageRequest;

/**
 * Money set aside for a goal, or, where it is negative, taken back. The database keeps the sums: the savings of a goal never
 * fall below zero, and the contributions of an income stay within its amount.
 */
@Entity
@Table(name = "contribution")
public class Contribution extends OwnedEntity {

    @Column(updatable = false)
    public UUID goalId;

    /** The income that the money is of, if it is told. */
    @Column(updatable = false)
    public UUID transactionId;

    @Column(precision = 19, scale = 4, updatable = false)
    public BigDecimal amount;

    /** That of the goal. */
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3, updatable = false)
    public Currency currency;

    @Column(updatable = false)
    public LocalDate date;

    @Column(updatable = false)
    public String note;

    static Optional<Contribution> of(UUID owner, UUID goal, UUID id) {
        return find("owner = ?1 and goalId = ?2 and id = ?3", owner, goal, id).firstResultOptional();
    }

    /** One page of the contributions to a goal, the newest first. */
    static List<Contribution> page(UUID owner, UUID goal, PageRequest page) {
        Criteria criteria =
                Criteria.ofOwner(owner).and("goalId = :goal", "goal", goal).andBefore(page.after());
        return Contribution.<Contribution>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner, UUID goal) {
        return count("owner = ?1 and goalId = ?2", owner, goal);
    }
}
