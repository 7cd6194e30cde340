package org.nestegg.rule;

import java.math.BigDecimal;
import org.nestegg.rule.Rules.Subject;
import org.nestegg.rule.pattern.Folded;
import org.nestegg.rule.pattern.LinearPattern;

/** A rule with all that can be made of it once: its texts without case, its pattern compiled. */
final class ReadyRule {

    private final Rule rule;
    private final String folded;
    private final LinearPattern pattern;
    private final Folded newDescription;

    ReadyRule(Rule rule) {
        this.rule = rule;
        boolean isPattern = rule.matchKind == TextMatch.MATCHES;
        folded = rule.matchText == null || isPattern
                ? null
                : Folded.of(rule.matchText).folded();
        pattern = isPattern ? LinearPattern.of(rule.matchText).orElseThrow() : null;
        newDescription = rule.setDescription == null ? null : Folded.of(rule.setDescription);
    }

    /** What it does. */
    Rule what() {
        return rule;
    }

    /** The description that it sets, if it does. */
    Folded newDescription() {
        return newDescription;
    }

    /** What it looks for without case, if it does. */
    String folded() {
        return folded;
    }

    /** Whether it is for such a transaction, whatever that is called. */
    boolean concerns(Subject subject, BigDecimal magnitude) {
        return (rule.matchType == null || rule.matchType == subject.type())
                && (rule.matchAccountId == null || rule.matchAccountId.equals(subject.accountId()))
                && (rule.matchLeast == null || rule.matchLeast.compareTo(magnitude) <= 0)
                && (rule.matchMost == null || rule.matchMost.compareTo(magnitude) >= 0);
    }

    /** Whether it finds the description, as far as can be told at little cost: of a pattern, only that it may. */
    boolean mayFind(Folded description) {
        return switch (rule.matchKind) {
            case null -> true;
            case CONTAINS -> description.folded().contains(folded);
            case EQUALS -> description.folded().equals(folded);
            case MATCHES -> pattern.mayBeIn(description);
        };
    }

    /** Whether it finds a description that it may find. */
    boolean finds(Folded description) {
        return pattern == null || pattern.isIn(description);
    }

    /** What {@link #finds} may cost. */
    long cost(Folded description) {
        return pattern == null ? 0 : pattern.cost(description);
    }
}
