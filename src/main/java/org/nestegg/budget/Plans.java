package org.nestegg.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.nestegg.forecast.Scenario;
import org.nestegg.schedule.PlannedFlow;
import org.nestegg.schedule.PlannedFlows;
import org.nestegg.transaction.TransactionType;

/** What schedules will still take and bring from a day on. */
record Plans(List<PlannedFlow> flows) {

    /**
     * Those of an owner.
     *
     * @param date the day from which they are asked for
     * @param last the last day of which it is asked, if it is asked of any
     */
    static Plans of(UUID owner, LocalDate date, LocalDate today, Optional<LocalDate> last) {
        // As far as a forecast goes.
        LocalDate horizon = today.plusYears(Scenario.MAX_YEARS);
        return new Plans(last.filter(day -> !day.isBefore(date) && !date.isAfter(horizon))
                .map(day -> PlannedFlows.between(owner, date, day.isBefore(horizon) ? day : horizon, today))
                .orElse(List.of()));
    }

    /** What they bring on each day of what a budget is for, if anything; what they take is negative. */
    NavigableMap<LocalDate, BigDecimal> byDay(Budget budget) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        flows.stream()
                .filter(flow -> isOf(budget, flow))
                .forEach(flow -> days.merge(flow.date(), flow.amount(), BigDecimal::add));
        return days;
    }

    /** What they will take in a period, by what they bring on each day; never below zero. */
    static BigDecimal taken(NavigableMap<LocalDate, BigDecimal> days, Period period) {
        return days.subMap(period.from(), true, period.to(), true).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate()
                .max(BigDecimal.ZERO);
    }

    private static boolean isOf(Budget budget, PlannedFlow flow) {
        boolean named = !budget.categories.isEmpty();
        return (flow.type() == TransactionType.EXPENSE || flow.type() == TransactionType.INCOME && named)
                && flow.currency().equals(budget.currency)
                && (!named || isOneOf(budget.categories, flow.category()))
                && (budget.tags.isEmpty() || !Collections.disjoint(budget.tags, flow.tags()))
                && (budget.accountIds.isEmpty() || isOneOf(budget.accountIds, flow.accountId()));
    }

    private static <T> boolean isOneOf(List<T> values, T value) {
        return value != null && values.contains(value);
    }
}
