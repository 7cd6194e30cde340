package org.nestegg.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nestegg.schedule.PlannedFlow;
import org.nestegg.transaction.TransactionType;

/** What is left of a budget for each day, and what is planned of it. */
class StandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final UUID ACCOUNT = UUID.randomUUID();

    private static BigDecimal perDay(Currency currency, BigDecimal spent, BigDecimal planned, LocalDate date) {
        Period november = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        return new Standing(
                        november,
                        currency,
                        new BigDecimal("400.0000"),
                        new BigDecimal("25.5000"),
                        spent,
                        planned,
                        false,
                        date)
                .perDay();
    }

    @Test
    void examples() {
        BigDecimal nothing = BigDecimal.ZERO;
        BigDecimal spent = new BigDecimal("310.0000");
        assertEquals(new BigDecimal("12.83"), perDay(EURO, spent, nothing, DAY), "115.50 in 9 days");
        assertEquals(new BigDecimal("8.38"), perDay(EURO, spent, new BigDecimal("40.0000"), DAY));
        assertEquals(new BigDecimal("115.50"), perDay(EURO, spent, nothing, LocalDate.of(2026, 11, 30)));
        assertEquals(BigDecimal.ZERO, perDay(EURO, spent, nothing, LocalDate.of(2026, 12, 1)), "past");
        assertEquals(new BigDecimal("14.18"), perDay(EURO, nothing, nothing, LocalDate.of(2026, 10, 1)), "all days");
        assertEquals(BigDecimal.ZERO, perDay(EURO, spent, new BigDecimal("115.5100"), DAY), "never below zero");
        assertEquals(new BigDecimal("12"), perDay(Currency.getInstance("JPY"), spent, nothing, DAY));
        assertEquals(new BigDecimal("12.833"), perDay(Currency.getInstance("KWD"), spent, nothing, DAY));
    }

    /** Whoever spends it each day never spends too much, and has next to nothing left in the end. */
    @Property(tries = 500)
    void whoeverSpendsItHasEnough(
            @ForAll @IntRange(max = 1_000_000) int cents,
            @ForAll @IntRange(max = 200_000) int plannedCents,
            @ForAll @IntRange(max = 40) int length,
            @ForAll("currencies") Currency currency) {
        Period period = new Period(DAY, DAY.plusDays(length));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
        BigDecimal budgeted = unit.multiply(BigDecimal.valueOf(cents));
        BigDecimal planned = unit.multiply(BigDecimal.valueOf(plannedCents));
        BigDecimal spent = BigDecimal.ZERO;
        for (LocalDate day = DAY; !day.isAfter(period.to()); day = day.plusDays(1)) {
            Standing standing = new Standing(period, currency, budgeted, BigDecimal.ZERO, spent, planned, false, day);
            long days = ChronoUnit.DAYS.between(day, period.to()) + 1;
            BigDecimal free = standing.left().subtract(planned).max(BigDecimal.ZERO);
            BigDecimal rest = free.subtract(standing.perDay().multiply(BigDecimal.valueOf(days)));
            assertTrue(rest.signum() >= 0 && rest.compareTo(unit.multiply(BigDecimal.valueOf(days))) < 0);
            spent = spent.add(standing.perDay());
        }
        assertEquals(
                0,
                budgeted.subtract(planned).max(BigDecimal.ZERO).compareTo(spent),
                "on the last day all that is left may go");
    }

    @Provide
    static Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD").map(Currency::getInstance);
    }

    @Test
    void whatIsPlannedIsWhatTheBudgetIsFor() {
        Plans plans = new Plans(List.of(
                flow(1, TransactionType.EXPENSE, "-10", "EUR", "food", List.of("a"), ACCOUNT),
                flow(2, TransactionType.EXPENSE, "-20", "EUR", null, List.of(), null),
                flow(2, TransactionType.EXPENSE, "-5", "USD", "food", List.of("a"), ACCOUNT),
                flow(3, TransactionType.INCOME, "3", "EUR", "food", List.of("b", "a"), null),
                flow(4, TransactionType.TRANSFER, "100", "EUR", "food", List.of("a"), ACCOUNT),
                flow(40, TransactionType.EXPENSE, "-7", "EUR", "food", List.of("a"), ACCOUNT)));
        assertPlanned("30", plans, List.of(), List.of(), List.of());
        assertPlanned("7", plans, List.of("food", "fun"), List.of(), List.of());
        assertPlanned("7", plans, List.of("food"), List.of("a", "z"), List.of());
        assertPlanned("0", plans, List.of("food"), List.of("b"), List.of());
        assertPlanned("10", plans, List.of("food"), List.of(), List.of(ACCOUNT));
        assertPlanned("10", plans, List.of(), List.of(), List.of(ACCOUNT));
        assertPlanned("0", plans, List.of("fun"), List.of(), List.of());
        assertEquals(BigDecimal.ZERO, Plans.taken(new TreeMap<>(), new Period(DAY, DAY)));
    }

    private static void assertPlanned(
            String expected, Plans plans, List<String> categories, List<String> tags, List<UUID> accounts) {
        Budget budget = new Budget();
        budget.currency = EURO;
        budget.categories = categories;
        budget.tags = tags;
        budget.accountIds = accounts;
        assertEquals(new BigDecimal(expected), Plans.taken(plans.byDay(budget), new Period(DAY, DAY.plusDays(30))));
    }

    private static PlannedFlow flow(
            int days,
            TransactionType type,
            String amount,
            String currency,
            String category,
            List<String> tags,
            UUID account) {
        return new PlannedFlow(
                UUID.randomUUID(),
                DAY.plusDays(days),
                type,
                "x",
                new BigDecimal(amount),
                Currency.getInstance(currency),
                category,
                tags,
                account,
                null);
    }
}
