package org.nestegg.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rule.Rules.Outcome;
import org.nestegg.rule.Rules.Subject;
import org.nestegg.transaction.TransactionType;

/** What rules do to what they find, one after the other. */
class RulesTest {

    private static final UUID ACCOUNT = UUID.randomUUID();

    private static Rule rule(Consumer<Rule> how) {
        Rule rule = new Rule();
        rule.id = UUID.randomUUID();
        rule.addTags = List.of();
        how.accept(rule);
        return rule;
    }

    private static Rule finding(TextMatch kind, String text, Consumer<Rule> how) {
        return rule(rule -> {
            rule.matchKind = kind;
            rule.matchText = text;
            how.accept(rule);
        });
    }

    private static Subject spent(String description, String amount) {
        return new Subject(description, new BigDecimal(amount), ACCOUNT, null, null, null);
    }

    private static Outcome apply(Subject subject, Rule... rules) {
        return new Rules(List.of(rules)).apply(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "CONTAINS, rewe, 'EC REWE SAGT DANKE', true",
        "CONTAINS, strasse, 'Hauptstraße', true",
        "CONTAINS, rewe, REW, false",
        "CONTAINS, '.*', 'x', false",
        "EQUALS, miete, MIETE, true",
        "EQUALS, miete, 'Miete Mai', false",
        "MATCHES, '^Miete\\b', 'Miete Mai', true",
        "MATCHES, '^Miete\\b', 'miete Mai', false",
        "MATCHES, '(?i)^miete', 'MIETE Mai', true"
    })
    void descriptionsAreFound(TextMatch kind, String text, String description, boolean found) {
        Outcome outcome = apply(spent(description, "-1"), finding(kind, text, rule -> rule.setCategory = "c"));
        assertEquals(found ? "c" : null, outcome.category());
        assertEquals(found ? 1 : 0, outcome.rules().size());
    }

    @ParameterizedTest
    @CsvSource({
        "EXPENSE, , , true",
        "INCOME, , , false",
        "TRANSFER, , , false",
        ", 12.5, , true",
        ", 12.51, , false",
        ", , 12.50, true",
        ", , 12.49, false",
        "EXPENSE, 1, 20, true"
    })
    void allConditionsHoldTogether(TransactionType type, BigDecimal least, BigDecimal most, boolean found) {
        Rule rule = rule(r -> {
            r.matchType = type;
            r.matchLeast = least;
            r.matchMost = most;
            r.skip = true;
        });
        assertEquals(found, apply(spent("x", "-12.5"), rule).skip());
        rule.matchAccountId = ACCOUNT;
        assertEquals(found, apply(spent("x", "-12.5"), rule).skip());
        rule.matchAccountId = UUID.randomUUID();
        assertEquals(false, apply(spent("x", "-12.5"), rule).skip());
        assertEquals(
                false,
                apply(new Subject("x", new BigDecimal("-12.5"), null, null, null, null), rule)
                        .skip());
    }

    @Test
    void theTypeOfASideIsTransfer() {
        Rule rule = rule(r -> {
            r.matchType = TransactionType.TRANSFER;
            r.setNotes = "moved";
        });
        Subject side = new Subject(TransactionType.TRANSFER, "x", BigDecimal.TEN, ACCOUNT, null, List.of(), null);
        assertEquals("moved", apply(side, rule).notes());
        assertEquals(null, apply(spent("x", "10"), rule).notes());
    }

    @Test
    void eachRuleSeesWhatEarlierOnesHaveSet() {
        Rule renames = finding(TextMatch.CONTAINS, "amzn", rule -> {
            rule.setDescription = "Amazon";
            rule.addTags = List.of("online");
        });
        Rule knows = finding(TextMatch.EQUALS, "AMAZON", rule -> {
            rule.setCategory = "shopping";
            rule.addTags = List.of("online", "later");
            rule.stop = true;
        });
        Rule never = finding(TextMatch.CONTAINS, "a", rule -> rule.setCategory = "anything");
        Rule original = finding(TextMatch.CONTAINS, "amzn", rule -> rule.setNotes = "no longer there");
        Outcome outcome = apply(spent("AMZN Mktp", "-5"), renames, original, knows, never);
        assertEquals(
                new Outcome(
                        "Amazon", "shopping", List.of("online", "later"), null, false, List.of(renames.id, knows.id)),
                outcome);
        assertEquals("anything", apply(spent("AMZN Mktp", "-5"), knows, never).category());
    }

    @Test
    void tagsStayTwentyAtMost() {
        List<String> there = IntStream.range(0, 19).mapToObj(i -> "t" + i).toList();
        Rule rule = finding(TextMatch.CONTAINS, "x", r -> r.addTags = List.of("t3", "new", "left out"));
        Subject subject = new Subject("x", BigDecimal.ONE, null, "c", there, "n");
        Outcome outcome = apply(subject, rule, finding(TextMatch.CONTAINS, "x", r -> r.addTags = List.of("too")));
        List<String> expected = new ArrayList<>(there);
        expected.add("new");
        assertEquals(expected, outcome.tags());
        assertEquals("c", outcome.category());
        assertEquals("n", outcome.notes());
    }

    @Test
    void nothingAppliesToNothing() {
        assertEquals(
                new Outcome("x", null, List.of(), null, false, List.of()),
                apply(spent("x", "1"), finding(TextMatch.CONTAINS, "y", rule -> rule.skip = true)));
        assertEquals("x", new Rules(List.of()).apply(spent("x", "1")).description());
    }

    /** Patterns that must be tried on every text are tried only so often. */
    @Test
    void lookingForPatternsHasABound() {
        Rule rule = finding(TextMatch.MATCHES, "(\\pL|\\d){60}\\d", r -> r.skip = true);
        Subject subject = spent("a".repeat(199), "-1");
        Rules rules = new Rules(List.of(rule), 1_000_000);
        rules.apply(subject);
        long once = rules.work();
        assertTrue(once > 20_000 && once < 100_000, "work: " + once);
        for (long i = 1; i < 1_000_000 / once; i++) {
            rules.apply(subject);
        }
        ProblemException refused = assertThrows(ProblemException.class, () -> rules.apply(subject));
        assertEquals(RuleProblem.RULE_TOO_BROAD, refused.code());
    }

    /** A pattern is not even tried where a word that it needs is missing. */
    @Test
    void whatCannotBeThereIsNotLookedFor() {
        Rule rule = finding(TextMatch.MATCHES, "(?i)(market|shop) \\d+", r -> r.skip = true);
        Rules rules = new Rules(List.of(rule));
        rules.apply(spent("Rent", "-1"));
        assertEquals(0, rules.work());
        assertTrue(rules.apply(spent("SHOP 5", "-1")).skip());
        assertTrue(rules.work() > 0);
    }
}
