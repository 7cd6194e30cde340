package org.nestegg.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rule.pattern.Folded;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionType;

/**
 * Rules, ready to be applied to many transactions one after the other, by one thread. They are read once: what becomes of the rules
 * meanwhile is not seen.
 */
public final class Rules {

    /** What looking for patterns may cost, all transactions together: some five seconds, at the very worst. */
    private static final long MOST_WORK = 500_000_000;

    private final List<ReadyRule> rules;
    private final long mostWork;
    private long work;

    /** These, in this order. */
    Rules(List<Rule> rules) {
        this(rules, MOST_WORK);
    }

    Rules(List<Rule> rules, long mostWork) {
        this.rules = rules.stream().map(ReadyRule::new).toList();
        this.mostWork = mostWork;
    }

    /** All of an owner's, in order; by one query, within a transaction. */
    public static Rules of(UUID owner) {
        return new Rules(Rule.inOrder(owner));
    }

    /**
     * What a transaction says, or what a row of a statement would have it say.
     *
     * @param amount with its sign, which is never zero; in whatever currency
     * @param accountId null if it lies in none
     * @param category null if it has none
     * @param tags null is none
     * @param notes null if it has none
     */
    public record Subject(
            TransactionType type,
            String description,
            BigDecimal amount,
            UUID accountId,
            String category,
            List<String> tags,
            String notes) {

        public Subject {
            tags = tags == null ? List.of() : tags;
        }

        /** Of an income or an expense, as the amount's sign says. */
        public Subject(
                String description,
                BigDecimal amount,
                UUID accountId,
                String category,
                List<String> tags,
                String notes) {
            this(
                    amount.signum() > 0 ? TransactionType.INCOME : TransactionType.EXPENSE,
                    description,
                    amount,
                    accountId,
                    category,
                    tags,
                    notes);
        }
    }

    /**
     * What it says when all rules have been applied.
     *
     * @param skip whether a rule decided that it is not to be recorded
     * @param rules the ids of those that applied, in their order; also of those that found everything as they would have it
     */
    public record Outcome(
            String description, String category, List<String> tags, String notes, boolean skip, List<UUID> rules) {}

    /**
     * Applies the rules in their order, each to what those before it have left, up to one that stops.
     *
     * @throws ProblemException with {@code rule-too-broad} if looking for patterns has cost too much by now
     */
    public Outcome apply(Subject subject) {
        Folded description = Folded.of(subject.description());
        BigDecimal magnitude = subject.amount().abs();
        String said = subject.description();
        String category = subject.category();
        List<String> tags = subject.tags();
        String notes = subject.notes();
        boolean skip = false;
        List<UUID> applied = new ArrayList<>();
        for (ReadyRule rule : rules) {
            if (!rule.concerns(subject, magnitude) || !rule.mayFind(description) || !finds(rule, description)) {
                continue;
            }
            Rule what = rule.what();
            applied.add(what.id);
            if (what.setDescription != null) {
                said = what.setDescription;
                description = rule.newDescription();
            }
            category = Optional.ofNullable(what.setCategory).orElse(category);
            tags = with(tags, what.addTags);
            notes = Optional.ofNullable(what.setNotes).orElse(notes);
            skip |= what.skip;
            if (what.stop) {
                break;
            }
        }
        return new Outcome(said, category, tags, notes, skip, applied);
    }

    private boolean finds(ReadyRule rule, Folded description) {
        work += rule.cost(description);
        if (work > mostWork) {
            throw new ProblemException(RuleProblem.RULE_TOO_BROAD);
        }
        return rule.finds(description);
    }

    /** What looking for patterns has cost so far, at most: about a microsecond for each hundred. */
    long work() {
        return work;
    }

    /** Those that are there come first, and stay. */
    private static List<String> with(List<String> tags, List<String> more) {
        if (tags.containsAll(more)) {
            return tags;
        }
        Set<String> all = new LinkedHashSet<>(tags);
        all.addAll(more);
        return all.stream().limit(Math.max(tags.size(), Transaction.MAX_TAGS)).toList();
    }
}
