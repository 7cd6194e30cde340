package org.nestegg.rule;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.account.Account;
import org.nestegg.account.AccountFieldError;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.Limit;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.TransactionType;

/** What is set by itself on what comes in: where its conditions hold, it gives a transaction texts, a category, tags. */
@Entity
@Table(name = "rule")
public class Rule extends RecordedEntity {

    /** Of a user. */
    static final Limit LIMIT = new Limit("rules", 500, RuleProblem.TEXTS);

    private static final int DECIMALS = 4;

    private static final String PLACED = """
            select r, (select count(*) from Rule o where o.owner = r.owner and (o.place, o.id) <= (r.place, r.id))
            from Rule r where\s""";

    private static final String IN_ORDER = " order by place, id";

    public String name;

    /** Where it stands, between those of its neighbours. */
    BigDecimal place;

    @Enumerated(EnumType.STRING)
    TextMatch matchKind;

    String matchText;

    @Enumerated(EnumType.STRING)
    TransactionType matchType;

    /** Need not be there any more. */
    UUID matchAccountId;

    @Column(precision = 19, scale = DECIMALS)
    BigDecimal matchLeast;

    @Column(precision = 19, scale = DECIMALS)
    BigDecimal matchMost;

    String setDescription;

    String setCategory;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> addTags;

    String setNotes;

    /** Whether rows of statements are not to be recorded. */
    boolean skip;

    /** Whether no rule after it applies where it does. */
    boolean stop;

    Rule() {}

    /** As it was. */
    Rule(Row row) {
        super(row);
        name = row.text("name");
        place = row.decimal("place");
        matchKind = row.coded("match_kind", TextMatch.values());
        matchText = row.text("match_text");
        matchType = row.coded("match_type", TransactionType.values());
        matchAccountId = row.id("match_account_id");
        matchLeast = row.decimal("match_least");
        matchMost = row.decimal("match_most");
        setDescription = row.text("set_description");
        setCategory = row.text("set_category");
        addTags = row.texts("add_tags");
        setNotes = row.text("set_notes");
        skip = row.flag("skip");
        stop = row.flag("stop");
    }

    /**
     * Makes a rule. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @throws ProblemException with {@code limit-reached}, or with {@code invalid-input} if its account is none of the owner's
     */
    static Placed create(UUID owner, RuleInput input) {
        LIMIT.check(count("owner", owner));
        Rule rule = new Rule();
        rule.owner = owner;
        rule.apply(input);
        int position = rule.put(input.position());
        rule.persistAndFlush();
        return new Placed(rule, position);
    }

    /**
     * What the input says, which is not kept.
     *
     * @throws ProblemException as {@link #create}
     */
    static Rule draft(UUID owner, RuleInput input) {
        Rule rule = new Rule();
        rule.owner = owner;
        Retry.runOutside(() -> QuarkusTransaction.joiningExisting().call(() -> {
            rule.apply(input);
            return rule;
        }));
        return rule;
    }

    /**
     * Changes it to what the input says, and moves it where that says a position.
     *
     * @throws ProblemException with {@code invalid-input} if it names another account, which is none of the owner's
     */
    Placed change(RuleInput input) {
        int position = put(input.position()); // before it is changed, which asking for the others would write
        apply(input);
        flush();
        return new Placed(this, position);
    }

    private void apply(RuleInput input) {
        ConditionInput when = input.when();
        ActionInput set = input.set();
        if (when.accountId() != null
                && !when.accountId().equals(matchAccountId)
                && Account.of(owner, when.accountId()).isEmpty()) {
            throw ProblemException.invalid("/when/accountId", AccountFieldError.UNKNOWN_ACCOUNT);
        }
        name = input.name();
        matchKind = when.description() == null ? null : when.description().kind();
        matchText = when.description() == null ? null : when.description().text();
        matchType = when.type();
        matchAccountId = when.accountId();
        matchLeast = stored(when.minAmount());
        matchMost = stored(when.maxAmount());
        setDescription = set.description();
        setCategory = set.category();
        addTags = set.tags();
        setNotes = set.notes();
        skip = set.decision() == Decision.SKIP;
        stop = input.stop();
    }

    /** As the database has it: written so, what did not change is not taken for changed. */
    private static BigDecimal stored(BigDecimal amount) {
        return amount == null ? null : amount.setScale(DECIMALS);
    }

    /** Puts it at a position, or leaves it where it is, or at the end if it is new; and says at which position that is. */
    private int put(Integer position) {
        List<Slot> others = slots(owner);
        List<UUID> ids = others.stream().map(Slot::id).toList();
        int now = ids.indexOf(id);
        if (now >= 0) {
            others.remove(now);
        }
        int last = others.size();
        int index = position == null ? (now >= 0 ? now : last) : Math.min(position - 1, last);
        if (index != now) {
            place = between(others, index).orElseGet(() -> {
                spread();
                List<Slot> spread = slots(owner);
                spread.removeIf(slot -> slot.id().equals(id));
                return between(spread, index).orElseThrow();
            });
        }
        return index + 1;
    }

    private static Optional<BigDecimal> between(List<Slot> others, int index) {
        return Place.between(
                index == 0
                        ? Optional.empty()
                        : Optional.of(others.get(index - 1).place()),
                index == others.size()
                        ? Optional.empty()
                        : Optional.of(others.get(index).place()));
    }

    /** Makes room between all: needed where two are at one place after an undo, or after very many moves to the same spot. */
    private void spread() {
        Panache.getSession()
                .createNativeMutationQuery("""
                        update rule r set place = n.position from (
                                select id, row_number() over (order by place, id) as position
                                from rule where user_id = :owner) n
                            where r.user_id = :owner and r.id = n.id
                        """)
                .setParameter("owner", owner)
                .executeUpdate();
        if (isPersistent()) {
            Panache.getSession().refresh(this);
        }
    }

    private static List<Slot> slots(UUID owner) {
        return new ArrayList<>(find("select id, place from Rule where owner = ?1" + IN_ORDER, owner)
                .project(Slot.class)
                .list());
    }

    /** Deletes it; the others close the gap. */
    void remove() {
        delete();
        flush();
    }

    static Optional<Rule> of(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    static Optional<Placed> placed(UUID owner, UUID id) {
        return select(Criteria.ofOwner(owner).and("id = :id", "id", id), 1).stream()
                .findFirst();
    }

    /** All of the owner's, in order. */
    static List<Rule> inOrder(UUID owner) {
        return list("owner = ?1" + IN_ORDER, owner);
    }

    /** One page of the owner's rules, in order. */
    static List<Placed> page(UUID owner, PageRequest page) {
        Criteria criteria = Criteria.ofOwner(owner);
        List<String> after = page.after();
        if (!after.isEmpty()) {
            criteria.and("(place, id) > (:afterPlace, :afterId)", "afterPlace", new BigDecimal(after.getFirst()))
                    .parameters()
                    .put("afterId", UUID.fromString(after.getLast()));
        }
        return select(criteria, page.fetch());
    }

    static long count(UUID owner) {
        return count("owner", owner);
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

    private static List<Placed> select(Criteria criteria, int limit) {
        var query = Panache.getSession()
                .createSelectionQuery(PLACED + criteria.where() + IN_ORDER, Placed.class)
                .setMaxResults(limit);
        criteria.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** A rule with its position, which is counted from 1. */
    @RegisterForReflection
    record Placed(Rule rule, long position) {

        /** Where it stands in the order. */
        List<String> key() {
            return List.of(rule.place.toPlainString(), rule.id.toString());
        }
    }

    /** Where one of an owner's rules stands. */
    @RegisterForReflection
    record Slot(UUID id, BigDecimal place) {}
}
