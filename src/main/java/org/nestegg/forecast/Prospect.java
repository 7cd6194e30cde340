package org.nestegg.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.DatedSum;
import org.nestegg.rate.UnconvertedView;
import org.nestegg.schedule.Likenesses;
import org.nestegg.schedule.PlannedFlow;
import org.nestegg.schedule.PlannedFlows;
import org.nestegg.schedule.Schedule;
import org.nestegg.transaction.TransactionType;
import org.nestegg.transaction.sum.DailySum;
import org.nestegg.transaction.sum.Scope;
import org.nestegg.transaction.sum.Standing;

/** What is there and what was, of the money that is asked for: read once, by two statements, for any number of forecasts. */
final class Prospect {

    private final Question question;
    private final List<Standing> standings;
    private final List<DailySum> sums;

    private Prospect(Question question, List<Standing> standings, List<DailySum> sums) {
        this.question = question;
        this.standings = standings;
        this.sums = sums;
    }

    /** @param schedules what is like them was no part of the rest, either */
    static Prospect of(Question question, Collection<Schedule> schedules) {
        boolean all = question.target().isPresent() && question.account().isEmpty();
        Scope scope = new Scope(
                question.owner(), question.account(), all ? Optional.empty() : Optional.of(question.currency()));
        return new Prospect(
                question,
                Standing.of(scope, question.today()),
                DailySum.between(
                        scope,
                        question.today().minusMonths(History.MAX_MONTHS),
                        question.today(),
                        question.until(),
                        Likenesses.of(schedules)));
    }

    /**
     * A forecast, with what it was made from.
     *
     * @param flows what schedules will move of the money that is asked for
     */
    record Told(Currency currency, BigDecimal balance, Forecast forecast, List<Flow> flows) {}

    /** What a schedule will move, seen from the money that is asked for. */
    record Flow(PlannedFlow planned, BigDecimal amount) {}

    /** What is not recorded, but imagined. */
    record Imagined(LocalDate date, BigDecimal amount) {}

    /**
     * What will be.
     *
     * @param spending by how many percent spending changes, by category
     */
    Told tell(Collection<Schedule> schedules, List<Imagined> imagined, Map<String, BigDecimal> spending) {
        return tell(
                question.currency(),
                schedules,
                imagined,
                spending,
                (_, currency, amount) -> currency.equals(question.currency()) ? Optional.of(amount) : Optional.empty());
    }

    /**
     * The same of all currencies, in the one that was asked for.
     *
     * @param unconverted what is left out, for want of a rate
     */
    record Converted(Told told, List<UnconvertedView> unconverted) {}

    Converted convert(Currency target, Collection<Schedule> schedules) {
        List<DatedSum> all = new ArrayList<>();
        standings.forEach(standing -> all.add(
                new DatedSum(question.today(), standing.currency(), List.of(standing.balance()), standing.count())));
        sums.forEach(sum -> all.add(new DatedSum(rateDay(sum.date()), sum.currency(), List.of(sum.amount()), 0)));
        flows(schedules)
                .forEach(flow ->
                        all.add(new DatedSum(question.today(), flow.planned.currency(), List.of(flow.amount), 1)));
        Conversion conversion = Conversion.of(question.owner(), target, all);
        Told told = tell(
                target,
                schedules,
                List.of(),
                Map.of(),
                (day, currency, amount) -> conversion.exact(rateDay(day), currency, amount));
        return new Converted(told, conversion.convert(all).unconverted());
    }

    /** Nobody knows the rates of coming days. */
    private LocalDate rateDay(LocalDate day) {
        return day.isAfter(question.today()) ? question.today() : day;
    }

    /** What an amount of a day and a currency counts; nothing if it does not. */
    @FunctionalInterface
    private interface Worth {

        Optional<BigDecimal> of(LocalDate day, Currency currency, BigDecimal amount);
    }

    private Told tell(
            Currency currency,
            Collection<Schedule> schedules,
            List<Imagined> imagined,
            Map<String, BigDecimal> spending,
            Worth worth) {
        LocalDate today = question.today();
        BigDecimal balance = standings.stream()
                .flatMap(standing -> worth.of(today, standing.currency(), standing.balance()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<LocalDate, BigDecimal> planned = new HashMap<>();
        List<Posted> posted = new ArrayList<>();
        for (DailySum sum : sums) {
            worth.of(sum.date(), sum.currency(), sum.amount()).ifPresent(amount -> {
                if (sum.date().isAfter(today)) {
                    planned.merge(sum.date(), amount, BigDecimal::add);
                } else {
                    posted.add(new Posted(sum.date(), sum.category(), amount));
                }
            });
        }
        List<Flow> flows = flows(schedules).stream()
                .flatMap(
                        flow -> worth
                                .of(today, flow.planned.currency(), flow.amount)
                                .map(amount -> new Flow(flow.planned, amount))
                                .stream())
                .toList();
        Stream.concat(
                        flows.stream().map(flow -> new Imagined(flow.planned.date(), flow.amount)),
                        imagined.stream().filter(one -> one.date.isAfter(today)))
                .forEach(one -> planned.merge(one.date, one.amount, BigDecimal::add));
        BigDecimal moved = imagined.stream()
                .filter(one -> !one.date.isAfter(today))
                .map(Imagined::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        History history = standings.stream()
                .map(Standing::first)
                .filter(first -> first != null && !first.isAfter(today))
                .min(LocalDate::compareTo)
                .map(since -> History.of(today, since, posted))
                .orElseGet(() -> History.none(today))
                .changed(spending);
        Forecast forecast = new Scenario(
                        history,
                        balance.add(moved),
                        currency,
                        planned,
                        question.until(),
                        question.interval(),
                        Scenario.seed(question.owner(), today))
                .forecast();
        return new Told(currency, balance.add(moved), forecast, flows);
    }

    private List<Flow> flows(Collection<Schedule> schedules) {
        return PlannedFlows.between(
                        question.owner(), schedules, question.today().plusDays(1), question.until(), question.today())
                .stream()
                .flatMap(flow -> amount(flow).map(amount -> new Flow(flow, amount)).stream())
                .toList();
    }

    /** What a flow is to the account that is asked for, or to everything: there a transfer changes nothing. */
    private Optional<BigDecimal> amount(PlannedFlow flow) {
        boolean transfer = flow.type() == TransactionType.TRANSFER;
        if (question.account().isEmpty()) {
            return transfer ? Optional.empty() : Optional.of(flow.amount());
        }
        Optional<BigDecimal> left = question.account()
                .filter(account -> account.equals(flow.accountId()))
                .map(_ -> transfer ? flow.amount().negate() : flow.amount());
        return left.or(() -> question.account()
                .filter(account -> account.equals(flow.toAccountId()))
                .map(_ -> flow.amount()));
    }
}
