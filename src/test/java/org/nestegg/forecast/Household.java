package org.nestegg.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * A household made up by chance, with its income and rent, its weekly shopping, its better and worse months, its Christmas and holidays,
 * and what nobody foresees. Amounts are cents a day.
 */
final class Household {

    enum Kind {
        EMPLOYEE,
        FREELANCER,
        STUDENT,
        FAMILY,
        RETIREE
    }

    private static final int DECEMBER = 12;

    final Kind kind;
    final LocalDate first;

    /** What a schedule could post: salaries, rent, subscriptions. */
    final long[] regular;

    /** All else. */
    final long[] rest;

    private final SplittableRandom random;
    private final double income;
    private final double rent;
    private final double subscriptions;
    private final double utilities;
    private final double insurance;
    private final double variable;
    private double raised = 1;

    Household(long seed, Kind kind, LocalDate first, int days) {
        this.kind = kind;
        this.first = first;
        regular = new long[days];
        rest = new long[days];
        random = new SplittableRandom(seed * 1_000_003 + kind.ordinal());
        income = switch (kind) {
            case EMPLOYEE -> about(2400, 0.3);
            case FREELANCER -> about(2900, 0.35);
            case STUDENT -> about(900, 0.15);
            case FAMILY -> about(4300, 0.25);
            case RETIREE -> about(1700, 0.25);
        };
        rent = income
                * switch (kind) {
                    case STUDENT -> between(0.3, 0.45);
                    case FAMILY -> between(0.22, 0.35);
                    default -> between(0.2, 0.36);
                };
        subscriptions = between(20, 90);
        utilities = between(60, 200);
        insurance = chance(0.6) ? between(250, 900) : 0;
        variable = Math.max(
                income * 0.2, income * between(0.75, 1.02) - rent - subscriptions - utilities - insurance / 12);
        live(YearMonth.from(first).minusMonths(1), YearMonth.from(first.plusDays(days)));
    }

    private void live(YearMonth from, YearMonth to) {
        int payday = new int[] {1, 15, 25, 31}[random.nextInt(4)];
        int otherPayday = new int[] {15, 28, 31}[random.nextInt(3)];
        int rentDay = chance(0.33) ? random.nextInt(1, 28) : 1;
        int subscriptionDay = random.nextInt(1, 29);
        int utilityDay = random.nextInt(1, 29);
        int insuranceMonth = chance(0.5) ? 1 : random.nextInt(1, 13);
        int raiseMonth = chance(0.33) ? 4 : 1;
        double raise = chance(0.33) ? 0 : between(0.01, 0.05);
        double bonus = (kind == Kind.EMPLOYEE || kind == Kind.FAMILY) && chance(0.35) ? income * between(0.3, 1) : 0;
        int bonusMonth = chance(0.5) ? 11 : 6;
        double holiday = chance(0.7) ? income * between(0.2, 1.2) * (kind == Kind.STUDENT ? 0.3 : 1) : 0;
        int holidayMonth = chance(0.33) ? random.nextInt(1, 13) : random.nextInt(7, 9);
        double presents = between(0.05, 0.35) * income;
        double unrest = kind == Kind.RETIREE ? 0.15 : between(0.15, 0.45);
        double groceries = variable * between(0.35, 0.55);
        double small = variable * between(0.2, 0.35);
        DayOfWeek shopping = DayOfWeek.of(random.nextInt(1, 8));
        double mood = 0;
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            raised *= month.getMonthValue() == raiseMonth ? 1 + raise : 1;
            mood = 0.6 * mood + unrest * 0.5 * random.nextGaussian();
            earn(month, payday, otherPayday);
            put(
                    rest,
                    workdayBefore(month, payday),
                    month.getMonthValue() == bonusMonth ? bonus * between(0.8, 1.2) : 0);
            put(regular, workdayAfter(month, rentDay), -rent);
            put(regular, day(month, subscriptionDay), -subscriptions);
            double winter = Math.cos((month.getMonthValue() - 1) * Math.PI / 6);
            put(rest, day(month, utilityDay), -utilities * (1 + 0.25 * winter + 0.1 * random.nextGaussian()));
            put(rest, day(month, 15), month.getMonthValue() == insuranceMonth ? -insurance : 0);
            if (month.getMonthValue() == holidayMonth) {
                travel(month, holiday * between(0.6, 1.4));
            }
            for (int i = 0; month.getMonthValue() == DECEMBER && i < 5; i++) {
                put(rest, day(month, random.nextInt(1, 24)), -presents * between(0.1, 0.3));
            }
            happen(month);
            shop(month, shopping, groceries * Math.exp(mood), small * Math.exp(mood));
            several(month, 2 * Math.exp(mood), -(variable - groceries - small) * 0.375, 0.75);
        }
    }

    private void earn(YearMonth month, int payday, int otherPayday) {
        switch (kind) {
            case EMPLOYEE -> put(regular, workdayBefore(month, payday), income * raised);
            case FAMILY -> {
                put(regular, workdayBefore(month, payday), income * 0.6 * raised);
                put(regular, workdayBefore(month, otherPayday), income * 0.4 * raised);
                put(regular, day(month, 7), 250);
            }
            case RETIREE -> put(regular, workdayBefore(month, payday == 15 ? 1 : payday), income * raised);
            case STUDENT -> {
                put(regular, workdayAfter(month, 1), income * 0.7);
                put(rest, workdayBefore(month, 28), Math.max(0, income * 0.3 * (1 + 0.5 * random.nextGaussian())));
                put(rest, day(month, 15), month.getMonthValue() % 6 == 2 ? -between(150, 350) : 0);
            }
            case FREELANCER -> {
                double invoices = month.getMonthValue() == 8 || month.getMonthValue() == DECEMBER ? 1.4 : 2.4;
                for (int i = times(invoices); i > 0; i--) {
                    put(rest, workdayAfter(month, random.nextInt(1, 29)), about(income * 0.41, 0.55) * raised);
                }
                put(regular, day(month, 10), month.getMonthValue() % 3 == 0 ? -income * 0.25 : 0);
            }
        }
    }

    private void travel(YearMonth month, double cost) {
        put(rest, day(month.minusMonths(2), random.nextInt(1, 29)), -cost / 2);
        for (int i = 0; i < 5; i++) {
            put(rest, day(month, 8 + 2 * i), -cost / 10);
        }
    }

    /** Repairs, refunds, and once in years something large. */
    private void happen(YearMonth month) {
        several(month, 0.15, -income * 0.15, 0.8);
        several(month, 0.25, income * 0.02, 0.8);
        several(month, 0.01, -income * 1.2, 0.5);
        several(month, 0.01, income * 1.2, 0.5);
    }

    private void shop(YearMonth month, DayOfWeek shopping, double groceries, double small) {
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            LocalDate day = month.atDay(i);
            if (day.getDayOfWeek() == shopping) {
                put(rest, day, -groceries / 4.35 * 0.75 * about(1, 0.3));
            } else if (chance(0.2)) {
                put(rest, day, -groceries / 4.35 * 0.21 * about(1, 0.5));
            }
            if (chance(day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0 ? 0.5 : 0.25)) {
                put(rest, day, -small / 10.7 * about(0.9, 0.6));
            }
        }
    }

    private void several(YearMonth month, double mean, double amount, double spread) {
        for (int i = times(mean); i > 0; i--) {
            put(rest, day(month, random.nextInt(1, 29)), amount * about(1, spread));
        }
    }

    private void put(long[] days, LocalDate day, double amount) {
        long index = ChronoUnit.DAYS.between(first, day);
        if (index >= 0 && index < days.length) {
            days[(int) index] += Math.round(amount * 100);
        }
    }

    private static LocalDate day(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static LocalDate workdayBefore(YearMonth month, int day) {
        LocalDate date = day(month, day);
        return date.minusDays(Math.max(0, date.getDayOfWeek().getValue() - 5));
    }

    private static LocalDate workdayAfter(YearMonth month, int day) {
        LocalDate date = day(month, day);
        return date.getDayOfWeek().getValue() > 5
                ? date.plusDays(8 - date.getDayOfWeek().getValue())
                : date;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    private double about(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** Poisson's. */
    private int times(double mean) {
        int times = -1;
        for (double left = 1, least = Math.exp(-mean); left > least; times++) {
            left *= random.nextDouble();
        }
        return times;
    }
}
