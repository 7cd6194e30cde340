package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.Converted;
import org.nestegg.rate.DatedSum;
import org.nestegg.rate.UnconvertedView;

/**
 * What came and went in some days, by month, and what was spent, by category; to be told in one currency. What is in that already is
 * read from the sums of months; of others, which are converted by the rates of their days, the rows of those months are that have any.
 * Transfers are left out.
 *
 * @param months each from the first day to the last, with incomes and expenses
 * @param categories expenses of each that has any; null for what has none
 */
public record Turnover(SortedMap<YearMonth, List<DatedSum>> months, Map<String, List<DatedSum>> categories) {

    private static final String BY_TYPE = """
            coalesce(sum(amount) filter (where type = 'income'), 0), coalesce(sum(amount) filter (where type = 'expense'), 0), \
            cast(coalesce(sum(n) filter (where type = 'income'), 0) as bigint), \
            cast(coalesce(sum(n) filter (where type = 'expense'), 0) as bigint)""";

    private static final String OWN = "select grouping(category) = 1, grouping(date) = 1, date, currency, category, "
            + BY_TYPE + " from (%s) e group by grouping sets ((date, currency), (category, currency))";

    private static final String OTHERS = "select true, true, date, currency, category, " + BY_TYPE
            + " from (%s) e group by date, currency, category";

    private static final Comparator<Category> LARGEST = Comparator.comparing(
                    (Category category) -> category.spent.figures().getFirst())
            .thenComparing(Category::name, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * A month.
     *
     * @param moved what came, and what went
     */
    public record Month(YearMonth month, Converted moved) {}

    /**
     * A category.
     *
     * @param name null for none
     * @param spent negative, as amounts are
     */
    public record Category(String name, Converted spent) {}

    /**
     * The same in one currency.
     *
     * @param categories those most was spent of, the largest first
     * @param rest what was spent of all others
     * @param others how many these are
     * @param unconverted what lacks for want of a rate
     */
    public record InOne(
            List<Month> months,
            List<Category> categories,
            Converted rest,
            int others,
            List<UnconvertedView> unconverted) {}

    /** That of an owner in some days, both included, by two statements. */
    public static Turnover of(UUID owner, LocalDate from, LocalDate to, Currency target) {
        Entries own = entries(owner, "currency = :currency", target);
        Entries others = entries(owner, "currency <> :currency", target);
        SortedMap<YearMonth, List<DatedSum>> months = new TreeMap<>();
        for (YearMonth month = YearMonth.from(from); !month.atDay(1).isAfter(to); month = month.plusMonths(1)) {
            months.put(month, new ArrayList<>());
        }
        Map<String, List<DatedSum>> categories = new HashMap<>();
        Stream.concat(
                        own.query(OWN.formatted(own.between(Optional.of(from), Optional.of(to))), Sum::read).stream(),
                        others.query(OTHERS.formatted(others.rowsOfMonthsBetween(from, to)), Sum::read).stream())
                .forEach(sum -> {
                    if (sum.ofMonth) {
                        months.get(YearMonth.from(sum.day)).add(sum.moved());
                    }
                    if (sum.ofCategory && sum.expenses > 0) {
                        categories
                                .computeIfAbsent(sum.category, _ -> new ArrayList<>())
                                .add(sum.spent(from));
                    }
                });
        return new Turnover(months, categories);
    }

    private static Entries entries(UUID owner, String condition, Currency target) {
        return new Entries(
                owner,
                Criteria.ofAll().and("transfer_id is null").and(condition, "currency", target.getCurrencyCode()),
                Criteria.ofAll().and("type <> 'transfer'").and(condition, "currency", target.getCurrencyCode()));
    }

    /** All that is to be converted. */
    public Stream<DatedSum> sums() {
        return Stream.concat(months.values().stream(), categories.values().stream())
                .flatMap(List::stream);
    }

    /**
     * In one currency, each day's by the rate of the day.
     *
     * @param most so many categories are told one by one
     */
    public InOne in(Conversion conversion, int most) {
        List<Category> all = categories.entrySet().stream()
                .map(category -> new Category(category.getKey(), conversion.convert(category.getValue())))
                .filter(category -> category.spent.count() > 0)
                .sorted(LARGEST)
                .toList();
        List<Category> rest = all.subList(Math.min(most, all.size()), all.size());
        return new InOne(
                months.entrySet().stream()
                        .map(month -> new Month(month.getKey(), conversion.convert(month.getValue())))
                        .toList(),
                all.subList(0, all.size() - rest.size()),
                conversion.convert(rest.stream()
                        .flatMap(category -> categories.get(category.name).stream())
                        .toList()),
                rest.size(),
                conversion
                        .convert(months.values().stream().flatMap(List::stream).toList())
                        .unconverted());
    }

    /**
     * A part of it.
     *
     * @param ofMonth whether it is a part of its month
     * @param ofCategory whether it is a part of its category
     * @param day of the month; null of what is no part of one
     */
    private record Sum(
            boolean ofMonth,
            boolean ofCategory,
            LocalDate day,
            Currency currency,
            String category,
            BigDecimal income,
            BigDecimal expense,
            long incomes,
            long expenses) {

        static Sum read(Sql.Columns row) throws SQLException {
            return new Sum(
                    row.flag(),
                    row.flag(),
                    row.day(),
                    Currency.getInstance(row.text()),
                    row.text(),
                    row.decimal(),
                    row.decimal(),
                    row.number(),
                    row.number());
        }

        DatedSum moved() {
            return new DatedSum(day, currency, List.of(income, expense), incomes + expenses);
        }

        /** @param any a day for what needs no rate */
        DatedSum spent(LocalDate any) {
            return new DatedSum(day == null ? any : day, currency, List.of(expense), expenses);
        }
    }
}
