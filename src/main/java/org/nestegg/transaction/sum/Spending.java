package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nestegg.platform.database.Sql;
import org.nestegg.rate.DatedSum;

/**
 * What was spent, by time and kind, for any number of questions in one statement: whole months are read from the sums that are kept,
 * days before and after them, and what is asked by tag, from rows, which are read once for all questions. Transfers are no spending.
 */
public final class Spending {

    /**
     * The questions, with the days whose rows and the months whose sums they ask for; and these rows and sums, read once for all
     * questions. Rows are added up by day before anything is asked of them: of very many, few are left. Of a user whose sums are not
     * whole yet, all days are read from rows.
     */
    private static final String QUESTIONS = """
            with summed as materialized (
                select coalesce(bool_or(summed), false) as whole from feed_head where user_id = :owner
            ),
            question as materialized (
                select n, currency, cast(categories as text[]) as categories, cast(tags as varchar[]) as tags,
                        cast(accounts as uuid[]) as accounts, cast(begins as date[]) as begins,
                        case when whole then cast(days as datemultirange)
                            else cast(days as datemultirange) + cast(months as datemultirange) end as days,
                        case when whole then cast(months as datemultirange) else '{}' end as months
                    from summed, unnest(cast(:numbers as integer[]), cast(:currencies as text[]), cast(:categories as text[]),
                        cast(:tags as text[]), cast(:accounts as text[]), cast(:begins as text[]), cast(:days as text[]),
                        cast(:months as text[])) q (n, currency, categories, tags, accounts, begins, days, months)
            ),
            entry as materialized (
                select e.*, false as of_month
                    from unnest(cast(:firsts as date[]), cast(:lasts as date[]), cast(:wholes as boolean[])) s (first, last, whole)
                    cross join lateral (
                        select date, currency, category, account_id, sum(amount) as amount from transaction
                            where user_id = :owner and date between s.first and s.last and transfer_id is null
                            group by date, currency, category, account_id, amount < 0 offset 0) e
                    where s.whole = (select whole from summed)
                union all
                select month, currency, category, account_id, amount, true from transaction_month
                    where user_id = :owner and month between :first and :last and type <> 'transfer'
                        and (select whole from summed)
            ),
            expense as materialized (
                select date, currency, account_id, sum(amount) as amount, of_month from entry where amount < 0
                    group by date, currency, account_id, of_month
            )
            """;

    /** A part of its own, of one more reading: only for tags are the rows themselves needed, of all others an index knows all. */
    private static final String TAGGED_ENTRIES = """
            , tagged as materialized (
                select date, currency, category, account_id, amount, tags from transaction
                    where user_id = :owner and date between :first and :last and transfer_id is null
                        and tags && cast(:any as varchar[])
            )
            """;

    private static final String SUMS = "select n, bin, coalesce(-sum(amount), 0), bool_or(other) from (";

    private static final String OF_QUESTION = "select q.n, width_bucket(e.date, q.begins) as bin,"
            + " case when e.currency = q.currency then e.amount end as amount, e.currency <> q.currency as other"
            + " from question q ";

    private static final String IN_ACCOUNTS = " and (q.accounts = '{}' or e.account_id = any(q.accounts))";

    private static final String IN_TIME = " e.date <@ case when e.of_month then q.months else q.days end";

    private static final String ALL = OF_QUESTION + " join expense e on " + IN_TIME
            + " where q.categories = '{}' and q.tags = '{}'" + IN_ACCOUNTS;

    private static final String NAMED = OF_QUESTION + """
            join (select n, unnest(categories) as name from question) c on c.n = q.n
                join entry e on e.category = c.name where q.tags = '{}' and
            """ + IN_TIME + IN_ACCOUNTS;

    private static final String TAGGED = OF_QUESTION + """
            join tagged e on e.date <@ q.days and e.tags && q.tags
                where (e.amount < 0 and q.categories = '{}' or e.category = any(q.categories))
            """ + IN_ACCOUNTS;

    private static final String DAILY = """
            select e.date, e.currency, -sum(e.amount), count(*) from transaction e
                where e.user_id = :owner and e.date between :first and :last and e.transfer_id is null
                    and (e.amount < 0 or cast(:categories as text[]) <> '{}')
                    and (cast(:categories as text[]) = '{}' or e.category = any(cast(:categories as text[])))
                    and (cast(:accounts as uuid[]) = '{}' or e.account_id = any(cast(:accounts as uuid[])))
                    and (cast(:tags as varchar[]) = '{}' or e.tags && cast(:tags as varchar[]))
                group by e.date, e.currency order by e.date, e.currency
            """;

    private Spending() {}

    /**
     * A question: what was spent in some times that follow one another.
     *
     * @param categories whose expenses count, less their incomes; where there are none, all expenses do, and no incomes
     * @param tags of which what counts has one, where there are any
     * @param accounts in one of which what counts lies, where there are any
     * @param begins the first day of each time, in order; at least one
     * @param last the last day of the last time
     */
    public record Question(
            Currency currency,
            List<String> categories,
            List<String> tags,
            Collection<UUID> accounts,
            List<LocalDate> begins,
            LocalDate last) {

        private boolean isTagged() {
            return !tags.isEmpty();
        }

        /** The day after a time, counted from 0. */
        LocalDate end(int time) {
            return time + 1 < begins.size() ? begins.get(time + 1) : last.plusDays(1);
        }

        private Span span() {
            return new Span(begins.getFirst(), last);
        }

        /** The months whose sums answer it. */
        private List<Span> months() {
            return isTagged() ? List.of() : Span.months(this);
        }

        /** All other days. */
        private List<Span> days() {
            return span().without(months());
        }
    }

    /**
     * What was spent in a time.
     *
     * @param amount positive, less what came back
     * @param otherCurrencies whether there is more in other currencies
     */
    public record Spent(BigDecimal amount, boolean otherCurrencies) {

        static final Spent NOTHING = new Spent(BigDecimal.ZERO, false);
    }

    /** The answers of an owner: of each question, what was spent in each of its times, all of one moment. */
    public static List<List<Spent>> of(UUID owner, List<Question> questions) {
        List<List<Spent>> answers = new ArrayList<>();
        questions.forEach(
                question -> answers.add(new ArrayList<>(Collections.nCopies(question.begins.size(), Spent.NOTHING))));
        if (!questions.isEmpty()) {
            boolean tagged = questions.stream().anyMatch(Question::isTagged);
            String sql = QUESTIONS + (tagged ? TAGGED_ENTRIES : "") + SUMS
                    + ALL + " union all " + NAMED
                    + (tagged ? " union all " + TAGGED : "") + ") e group by n, bin";
            Sql.list(
                            sql,
                            parameters(owner, questions),
                            row -> new Bin(
                                    (int) row.number(), (int) row.number(), new Spent(row.decimal(), row.flag())))
                    .forEach(bin -> answers.get(bin.question).set(bin.time - 1, bin.spent));
        }
        return answers;
    }

    /** What was spent on each day of a question, whatever its currency, by one statement. */
    public static List<DatedSum> daily(UUID owner, Question question) {
        return Sql.list(
                DAILY,
                Map.of(
                        "owner", owner,
                        "first", question.begins.getFirst(),
                        "last", question.last,
                        "categories", question.categories,
                        "accounts", question.accounts,
                        "tags", question.tags),
                row -> new DatedSum(row.day(), Currency.getInstance(row.text()), List.of(row.decimal()), row.number()));
    }

    /** @param time counted from 1 */
    private record Bin(int question, int time, Spent spent) {}

    private static Map<String, Object> parameters(UUID owner, List<Question> questions) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("owner", owner);
        parameters.put("numbers", each(IntStream.range(0, questions.size()).boxed(), Object::toString));
        parameters.put("currencies", each(questions.stream(), question -> question.currency.getCurrencyCode()));
        parameters.put("categories", each(questions.stream(), question -> array(question.categories)));
        parameters.put("tags", each(questions.stream(), question -> array(question.tags)));
        parameters.put("accounts", each(questions.stream(), question -> array(question.accounts)));
        parameters.put("begins", each(questions.stream(), question -> array(question.begins)));
        parameters.put("days", each(questions.stream(), question -> Span.text(question.days())));
        parameters.put("months", each(questions.stream(), question -> Span.text(question.months())));
        parameters.put(
                "any",
                questions.stream()
                        .flatMap(question -> question.tags.stream())
                        .distinct()
                        .toList());
        Span all = Span.union(each(questions.stream(), Question::span)).stream()
                .reduce((one, other) -> new Span(one.first(), other.last()))
                .orElseThrow();
        parameters.put("first", all.first());
        parameters.put("last", all.last());
        List<Question> untagged =
                questions.stream().filter(question -> !question.isTagged()).toList();
        List<Span> ofSummed = Span.union(
                untagged.stream().flatMap(question -> question.days().stream()).toList());
        List<Span> ofOthers = Span.union(each(untagged.stream(), Question::span));
        List<Span> spans = Stream.concat(ofSummed.stream(), ofOthers.stream()).toList();
        parameters.put("firsts", each(spans.stream(), span -> span.first().toString()));
        parameters.put("lasts", each(spans.stream(), span -> span.last().toString()));
        parameters.put(
                "wholes", each(IntStream.range(0, spans.size()).boxed(), i -> Boolean.toString(i < ofSummed.size())));
        return parameters;
    }

    private static <T, R> List<R> each(Stream<T> values, Function<T, R> function) {
        return values.map(function).toList();
    }

    /** As PostgreSQL writes an array. */
    private static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
