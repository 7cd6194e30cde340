package org.nestegg.budget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.Converted;
import org.nestegg.rate.DatedSum;
import org.nestegg.transaction.sum.Spending;
import org.nestegg.transaction.sum.Spending.Spent;

/** How budgets stand in some of their periods: however many, from one statement over what was spent and one look at schedules. */
public final class Standings {

    /** Adding up more than so many periods of a budget for what is carried is refused. More than may be behind one that is written. */
    private static final int MAX_ADDED_UP = 2 * Budget.MAX_EARLIER_PERIODS;

    /** So is adding up more than so many of all budgets of an answer: of a page of a hundred, 83 years of months each. */
    private static final int MAX_IN_ALL = 10 * Budget.MAX_EARLIER_PERIODS;

    private Standings() {}

    /**
     * The current periods of some budgets; there is none of a budget that has none.
     *
     * @param date the day whose period is current, and from which what is left is for
     * @throws ProblemException with {@code invalid-input} if the day is too many periods ahead, or if too many are before it of all
     *     budgets together
     */
    static Map<Budget, Standing> current(UUID owner, List<Budget> budgets, LocalDate date, LocalDate today) {
        List<Course> courses = new ArrayList<>();
        int earlier = 0;
        for (Budget budget : budgets) {
            Optional<Period> period = budget.periods().at(date);
            if (period.isPresent()) {
                Course course = Course.of(budget, List.of(period.get()), BudgetFilter.DATE);
                earlier += course.earlier;
                if (earlier > MAX_IN_ALL) {
                    throw Pages.LIMIT.fault(BudgetFieldError.TOO_MANY_PERIODS, MAX_IN_ALL);
                }
                courses.add(course);
            }
        }
        return firsts(owner, courses, date, today);
    }

    /**
     * The current periods of the first so many of an owner's budgets that have one, by name: of fewer, where more would have to be
     * added up than of a single budget.
     */
    public static Map<Budget, Standing> current(UUID owner, int most, LocalDate today) {
        List<Course> courses = new ArrayList<>();
        int earlier = 0;
        for (Budget budget : Budget.byName(owner)) {
            Optional<Period> period = budget.periods().at(today);
            if (period.isPresent()) {
                Course course = Course.of(budget, List.of(period.get()));
                earlier += course.earlier;
                if (earlier > MAX_ADDED_UP || courses.size() == most) {
                    break;
                }
                courses.add(course);
            }
        }
        return firsts(owner, courses, today, today);
    }

    private static Map<Budget, Standing> firsts(UUID owner, List<Course> courses, LocalDate date, LocalDate today) {
        Map<Budget, Standing> firsts = new LinkedHashMap<>();
        List<List<Standing>> standings = of(owner, courses, date, today);
        for (int i = 0; i < courses.size(); i++) {
            firsts.put(courses.get(i).budget, standings.get(i).getFirst());
        }
        return firsts;
    }

    /**
     * Some periods of a budget.
     *
     * @throws ProblemException with {@code invalid-input} if too many periods are before them
     */
    static List<Standing> of(Budget budget, List<Period> periods, LocalDate today) {
        return periods.isEmpty()
                ? List.of()
                : of(budget.owner, List.of(Course.of(budget, periods, PeriodFilter.TO)), today, today)
                        .getFirst();
    }

    /** What was spent in some periods of a budget, whatever its currency, in one: by the rates of the days. */
    static List<Converted> converted(Budget budget, List<Period> periods, Currency target) {
        if (periods.isEmpty()) {
            return List.of();
        }
        List<DatedSum> days = Spending.daily(
                budget.owner,
                question(
                        budget,
                        periods.stream().map(Period::from).toList(),
                        periods.getLast().to()));
        Conversion conversion = Conversion.of(budget.owner, target, days);
        NavigableMap<LocalDate, List<DatedSum>> byPeriod = new TreeMap<>();
        periods.forEach(period -> byPeriod.put(period.from(), new ArrayList<>()));
        days.forEach(day -> byPeriod.floorEntry(day.day()).getValue().add(day));
        return byPeriod.values().stream().map(conversion::convert).toList();
    }

    private static Spending.Question question(Budget budget, List<LocalDate> begins, LocalDate last) {
        return new Spending.Question(budget.currency, budget.categories, budget.tags, budget.accountIds, begins, last);
    }

    private static List<List<Standing>> of(UUID owner, List<Course> courses, LocalDate date, LocalDate today) {
        List<List<Spent>> spent =
                Spending.of(owner, courses.stream().map(Course::question).toList());
        Plans plans = Plans.of(
                owner,
                date,
                today,
                courses.stream().map(course -> course.shown.getLast().to()).max(LocalDate::compareTo));
        List<List<Standing>> standings = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            standings.add(courses.get(i).standings(spent.get(i), plans, date));
        }
        return standings;
    }

    /**
     * What is added up of a budget.
     *
     * @param shown periods that follow one another, at least one
     * @param begins the first days of what is added up: of the periods that are shown, and before them of those that are not, or
     *     only of the first of these, if they are added up at once
     * @param earlier how many periods are before those that are shown
     */
    private record Course(Budget budget, List<Period> shown, List<LocalDate> begins, int earlier) {

        /** @throws ProblemException with {@code invalid-input} if too many are earlier */
        static Course of(Budget budget, List<Period> shown, QueryParameter<LocalDate> parameter) {
            Course course = of(budget, shown);
            if (course.earlier > MAX_ADDED_UP) {
                throw parameter.fault(BudgetFieldError.TOO_MANY_PERIODS, MAX_ADDED_UP);
            }
            return course;
        }

        /** Of very many that are earlier it has one more than may be added up. */
        static Course of(Budget budget, List<Period> shown) {
            List<LocalDate> earlier = budget.rollover == Rollover.NONE
                    ? List.of()
                    : budget.periods().beginningBefore(shown.getFirst().from(), MAX_ADDED_UP + 1);
            // Where debts are carried, too, it does not matter when something was spent.
            boolean atOnce = budget.rollover == Rollover.ALL && !earlier.isEmpty();
            List<LocalDate> begins = new ArrayList<>(atOnce ? earlier.subList(0, 1) : earlier);
            shown.forEach(period -> begins.add(period.from()));
            return new Course(budget, shown, begins, earlier.size());
        }

        Spending.Question question() {
            return Standings.question(budget, begins, shown.getLast().to());
        }

        List<Standing> standings(List<Spent> spent, Plans plans, LocalDate date) {
            int sums = begins.size() - shown.size();
            BigDecimal carried = BigDecimal.ZERO;
            for (int i = 0; i < sums; i++) {
                // Each is of one period, or the only one of all.
                BigDecimal budgeted = budget.amount.multiply(BigDecimal.valueOf(earlier / sums));
                carried = budget.rollover.carry(
                        carried.add(budgeted).subtract(spent.get(i).amount()));
            }
            NavigableMap<LocalDate, BigDecimal> planned = plans.byDay(budget);
            List<Standing> standings = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                Spent there = spent.get(sums + i);
                Standing standing = new Standing(
                        shown.get(i),
                        budget.currency,
                        budget.amount,
                        carried,
                        there.amount(),
                        Plans.taken(planned, shown.get(i)),
                        there.otherCurrencies(),
                        date);
                standings.add(standing);
                carried = budget.rollover.carry(standing.left());
            }
            return standings;
        }
    }
}
