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
import org.nestegg.transaction.sum.CurrencyBalance;
import org.nestegg.transaction.sum.DailySum;
import org.nestegg.transaction.sum.Scope;

/** What is there and what was, of the money that is asked for: read once, by two statements, for any number of forecasts. */
final class Prospect {

    private final Question question;
    private final List<CurrencyBalance> balances;
    private final List<DailySum> sums;

    private Prospect(Question question, List<CurrencyBalance> balances, List<DailySum> sums) {
        this.question = question;
        this.balances = balances;
        this.sums = sums;
    }

    /** @param schedules what is like them was no part of the rest, either */
    static Prospect of(Question question, Collection<Schedule> schedules) {
        boolean all = question.target().isPresent() && question.account().isEmpty();
        Scope scope = new Scope(
                question.owner(), question.account(), all ? Optional.empty() : Optional.of(question.currency()));
        return new Prospect(
                question,
                CurrencyBalance.of(scope, question.today()),
                DailySum.between(
                        scope,
                        question.today().minusMonths(PastDays.MAX_MONTHS),
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

    /** What schedules will move of the money that is asked for, whatever its currency, by one statement. */
    List<Flow> flows(Collection<Schedule> schedules) {
        return PlannedFlows.between(
                        question.owner(), schedules, question.today().plusDays(1), question.until(), question.today())
                .stream()
                .flatMap(flow -> amount(flow).map(amount -> new Flow(flow, amount)).stream())
                .toList();
    }

    /**
     * What will be.
     *
     * @param spending by how many percent spending changes, by category
     */
    Told tell(List<Flow> flows, List<Imagined> imagined, Map<String, BigDecimal> spending) {
        return tell(
                question.currency(),
                flows,
                imagined,
                spending,
                (_, currency, amount) -> currency.equals(question.currency()) ? Optional.of(amount) : Optional.empty());
    }

    /**
     * The same of all currencies, in the one that was asked for.
     *
     * @param unconverted what is left out, for want of a rate
     */
    record InOneCurrency(Told told, List<UnconvertedView> unconverted) {}

    InOneCurrency convert(Currency target, List<Flow> flows) {
        List<DatedSum> all = new ArrayList<>();
        balances.forEach(there ->
                all.add(new DatedSum(question.today(), there.currency(), List.of(there.balance()), there.count())));
        sums.forEach(sum -> all.add(new DatedSum(
                rateDay(sum.date()),
                sum.currency(),
                List.of(sum.amount()),
                // Those until today are counted by the balance that they are part of.
                isComing(sum.date()) ? sum.count() : 0)));
        flows.forEach(
                flow -> all.add(new DatedSum(question.today(), flow.planned.currency(), List.of(flow.amount), 1)));
        Conversion conversion = Conversion.of(question.owner(), target, all);
        Told told = tell(
                target,
                flows,
                List.of(),
                Map.of(),
                (day, currency, amount) -> conversion.exact(rateDay(day), currency, amount));
        return new InOneCurrency(told, conversion.convert(all).unconverted());
    }

    private boolean isComing(LocalDate day) {
        return day.isAfter(question.today());
    }

    /** Nobody knows the rates of coming days. */
    private LocalDate rateDay(LocalDate day) {
        return isComing(day) ? question.today() : day;
    }

    /** What an amount of a day and a currency counts; nothing if it does not. */
    @FunctionalInterface
    private interface Worth {

        Optional<BigDecimal> of(LocalDate day, Currency currency, BigDecimal amount);
    }

    private Told tell(
            Currency currency,
            List<Flow> flows,
            List<Imagined> imagined,
            Map<String, BigDecimal> spending,
            Worth worth) {
        List<Flow> counting = counting(flows, worth);
        BigDecimal balance = balance(imagined, worth);
        Forecast forecast = new Scenario(
                        past(worth).changed(spending),
                        balance,
                        currency,
                        planned(counting, imagined, worth),
                        question.until(),
                        question.interval(),
                        Scenario.seed(question.owner(), question.today()))
                .forecast();
        return new Told(currency, balance, forecast, counting);
    }

    /** Those that count, with what they count. */
    private List<Flow> counting(List<Flow> flows, Worth worth) {
        return flows.stream()
                .flatMap(flow -> worth
                        .of(question.today(), flow.planned.currency(), flow.amount)
                        .map(amount -> new Flow(flow.planned, amount))
                        .stream())
                .toList();
    }

    /** What there is today, with what is imagined to have come until then. */
    private BigDecimal balance(List<Imagined> imagined, Worth worth) {
        return Stream.concat(
                        balances.stream().flatMap(there -> worthToday(there, worth).stream()),
                        imagined.stream().filter(one -> !isComing(one.date)).map(Imagined::amount))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<BigDecimal> worthToday(CurrencyBalance there, Worth worth) {
        return worth.of(question.today(), there.currency(), there.balance());
    }

    /** What is sure to come and go, by day. */
    private Map<LocalDate, BigDecimal> planned(List<Flow> flows, List<Imagined> imagined, Worth worth) {
        Map<LocalDate, BigDecimal> planned = new HashMap<>();
        sums.stream()
                .filter(sum -> isComing(sum.date()))
                .forEach(sum -> worth.of(sum.date(), sum.currency(), sum.amount())
                        .ifPresent(amount -> planned.merge(sum.date(), amount, BigDecimal::add)));
        flows.forEach(flow -> planned.merge(flow.planned.date(), flow.amount, BigDecimal::add));
        imagined.stream()
                .filter(one -> isComing(one.date))
                .forEach(one -> planned.merge(one.date, one.amount, BigDecimal::add));
        return planned;
    }

    /** What no schedule posted. It begins with the first of what counts: what does not count tells nothing of it. */
    private PastDays past(Worth worth) {
        List<Movement> movements = sums.stream()
                .filter(sum -> !isComing(sum.date()))
                .flatMap(sum -> worth
                        .of(sum.date(), sum.currency(), sum.amount())
                        .map(amount -> new Movement(sum.date(), sum.category(), amount))
                        .stream())
                .toList();
        return balances.stream()
                .filter(there -> worthToday(there, worth).isPresent())
                .map(CurrencyBalance::first)
                .filter(first -> first != null && !isComing(first))
                .min(LocalDate::compareTo)
                .map(since -> PastDays.of(question.today(), since, movements))
                .orElseGet(() -> PastDays.none(question.today()));
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
