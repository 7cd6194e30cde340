package org.nestegg.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.page.PageRequest;

/** What was said of files with a header, for the next ones with the same: those ask nothing. */
@Entity
@Table(name = "statement_layout")
public class StatementLayout extends OwnedEntity {

    /** Of a user; of more, those not used for longest go. */
    private static final int MOST = 200;

    /** The headings, or what a file without has instead. */
    @Column(updatable = false)
    public String header;

    /** Of the header, in hexadecimal. */
    @Column(updatable = false)
    public String digest;

    /** What was said, as {@link PlanJson} writes it. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String layout;

    StatementLayout() {}

    /** Keeps what was said of files with a header. */
    static void remember(UUID owner, String header, String digest, String answers) {
        StatementLayout layout = of(owner, digest).orElseGet(StatementLayout::new);
        layout.layout = answers;
        if (layout.id == null) {
            layout.owner = owner;
            layout.header = header;
            layout.digest = digest;
            layout.persist();
        }
        flush(owner);
    }

    private static void flush(UUID owner) {
        getEntityManager().flush();
        List<StatementLayout> all = list("owner = ?1 order by updatedAt desc, id desc", owner);
        all.stream().skip(MOST).forEach(StatementLayout::delete);
    }

    static Optional<StatementLayout> of(UUID owner, String digest) {
        return find("owner = ?1 and digest = ?2", owner, digest).firstResultOptional();
    }

    static Optional<StatementLayout> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    /** One page of the owner's, the newest first. */
    static List<StatementLayout> page(UUID owner, PageRequest page) {
        Criteria criteria = Criteria.ofOwner(owner).andBefore(page.after());
        return StatementLayout.<StatementLayout>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner) {
        return count("owner", owner);
    }
}
