package org.nestegg.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rule.Rules.Outcome;
import org.nestegg.rule.Rules.Subject;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionScan;
import org.nestegg.transaction.TransactionType;
import org.nestegg.transaction.TransactionView;

/**
 * What a rule would change of what is recorded on some days, the newest day first, and the change itself. Both go through what is
 * there in slices, from which the database leaves out most of what cannot be meant; what is meant is decided by {@link Rules}.
 */
final class RuleScan {

    /** So many rows are read at once. */
    private static final int SLICE = 1_000;

    /** So many rows are looked at for a page, and so much work is done. */
    private static final int MOST_FOR_A_PAGE = 20_000;

    private static final long MOST_WORK_FOR_A_PAGE = 100_000_000;

    /** So many rows are looked at, and changed, at once: what is undone is undone by one statement, within its time. */
    private static final int MOST_READ = 1_000_000;

    private static final int MOST_CHANGED = 20_000;

    private final UUID owner;
    private final RuleDays days;
    private final Rule rule;
    private final Rules rules;

    RuleScan(UUID owner, Rule rule, RuleDays days) {
        this.owner = owner;
        this.days = days;
        this.rule = rule;
        rules = new Rules(List.of(rule));
    }

    /** A transaction as it is, and as it would be. */
    record Effect(TransactionView before, TransactionView after) {}

    /**
     * Some effects.
     *
     * @param next the key to go on after; empty where there is no more
     */
    record Found(List<Effect> effects, List<String> next) {}

    /**
     * The next effects, up to so many; fewer, or none, where there is much to look at in vain.
     *
     * @param after the key to start after; empty for the start
     */
    Found find(List<String> after, int most) {
        List<Effect> effects = new ArrayList<>();
        List<String> last = after;
        for (int read = 0; read < MOST_FOR_A_PAGE; read += SLICE) {
            TransactionScan.Slice slice = slice(last);
            for (TransactionView transaction : slice.rows()) {
                Optional<Effect> effect = effect(transaction);
                if (effect.isPresent() && effects.size() == most) {
                    return new Found(effects, TransactionScan.key(effects.getLast().before));
                }
                effect.ifPresent(effects::add);
                last = TransactionScan.key(transaction);
                if (rules.work() > MOST_WORK_FOR_A_PAGE) {
                    return new Found(effects, last);
                }
            }
            if (slice.isLast()) {
                return new Found(effects, List.of());
            }
        }
        return new Found(effects, last);
    }

    /**
     * Makes it so, and says how many have changed. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @throws ProblemException with {@code rule-too-broad} if there is more to do than one request may
     */
    long apply() {
        return apply(MOST_READ, MOST_CHANGED);
    }

    long apply(int mostRead, int mostChanged) {
        long changed = 0;
        List<String> last = List.of();
        for (int read = 0; read < mostRead; read += SLICE) {
            TransactionScan.Slice slice = slice(last);
            List<TransactionView> written = slice.rows().stream()
                    .flatMap(transaction -> effect(transaction).stream())
                    .map(Effect::after)
                    .toList();
            changed += written.size();
            if (changed > mostChanged) {
                break;
            }
            Transaction.describe(owner, written);
            if (slice.isLast()) {
                return changed;
            }
            last = TransactionScan.key(slice.rows().getLast());
        }
        throw new ProblemException(RuleProblem.RULE_TOO_BROAD);
    }

    private Optional<Effect> effect(TransactionView transaction) {
        Outcome outcome = rules.apply(new Subject(
                transaction.type(),
                transaction.description(),
                new BigDecimal(transaction.amount()),
                transaction.accountId(),
                transaction.category(),
                transaction.tags(),
                transaction.notes()));
        TransactionView after =
                transaction.describedAs(outcome.description(), outcome.category(), outcome.tags(), outcome.notes());
        return after.equals(transaction) ? Optional.empty() : Optional.of(new Effect(transaction, after));
    }

    private TransactionScan.Slice slice(List<String> after) {
        Criteria within =
                days.criteria().and("account_id = :account", "account", Optional.ofNullable(rule.matchAccountId));
        return TransactionScan.slice(owner, within, likely(), after, SLICE);
    }

    /** What holds of all that the rule finds, and perhaps of more. */
    private Criteria likely() {
        Criteria criteria = Criteria.ofAll();
        Optional.ofNullable(rule.matchType).map(TransactionType::condition).ifPresent(criteria::and);
        criteria.and("abs(amount) >= :least", "least", Optional.ofNullable(rule.matchLeast))
                .and("abs(amount) <= :most", "most", Optional.ofNullable(rule.matchMost));
        String folded = new ReadyRule(rule).folded();
        if (folded != null) {
            // Of ASCII everybody knows the case; whatever has other letters is left to be looked at.
            String pattern = folded.replaceAll("[!%_]", "!$0");
            criteria.and(
                    "(octet_length(description) > length(description)"
                            + " or lower(description collate \"C\") like :text escape '!')",
                    "text",
                    rule.matchKind == TextMatch.CONTAINS ? "%" + pattern + "%" : pattern);
        }
        return criteria;
    }
}
