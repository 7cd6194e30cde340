package org.nestegg.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.security.Defaults;
import org.nestegg.rate.Converted;
import org.nestegg.rate.UnconvertedView;
import org.nestegg.transaction.sum.BalanceInterval;
import org.nestegg.transaction.sum.Intervals;
import org.nestegg.transaction.sum.Turnover;
import org.nestegg.transaction.sum.Worth;

/** All at a glance, as callers see it. */
@Schema(name = "Overview", examples = """
                {"currency": "EUR", "date": "2026-11-20", "from": "2026-10-01", "to": "2026-11-20", "interval": "month",
                 "worth": {"opening": "1200.50", "items": [
                   {"from": "2026-10-01", "to": "2026-10-31", "balance": "4200.50"},
                   {"from": "2026-11-01", "to": "2026-11-20", "balance": "3250.50"}], "unconverted": []},
                 "months": [{"month": "2026-10", "income": "3000.00", "expense": "0.00"},
                   {"month": "2026-11", "income": "0.00", "expense": "-950.00"}],
                 "categories": [{"category": "rent", "expense": "-900.00", "count": 1},
                   {"category": null, "expense": "-50.00", "count": 1}],
                 "otherCategories": {"expense": "0.00", "count": 0, "categories": 0},
                 "unconverted": [],
                 "budgets": [{"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Food", "currency": "EUR",
                   "from": "2026-11-01", "to": "2026-11-30", "available": "425.50", "spent": "310.00", "left": "115.50",
                   "planned": "40.00", "perDay": "6.86"}],
                 "due": [{"scheduleId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f", "name": "Rent", "date": "2026-12-01",
                   "due": "2026-12-01", "state": "planned", "type": "expense", "description": "Rent",
                   "amount": "-900.00", "currency": "EUR", "accountId": null}],
                 "goals": [{"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d70", "name": "A year off", "currency": "EUR",
                   "savedAmount": "3000.00", "targetAmount": "12000.00", "targetDate": "2029-01-01", "progress": 0.25}],
                 "accounts": [{"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d71", "name": "Current account",
                   "kind": "checking", "currency": "EUR", "balance": "3250.50"}],
                 "counts": {"transactions": 3, "accounts": 1, "schedules": 1, "budgets": 1, "goals": 1}, "latest": 7}
                """)
record OverviewView(
        @Schema(required = true, ref = "CurrencyCode", description = "The user's own")
        String currency,

        @Schema(required = true, description = "Today, where the user is")
        LocalDate date,

        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(required = true) BalanceInterval interval,

        @Schema(
                required = true,
                description = "What there is in all, also what lies in no account, in the user's own currency")
        WorthView worth,

        @Schema(
                required = true,
                description =
                        "One for each month from the first day to the last, in order, also where nothing came or went")
        List<MonthView> months,

        @Schema(required = true, description = "Up to 50 that most was spent of, the largest first")
        List<CategoryView> categories,

        @Schema(required = true, description = "All others together")
        OthersView otherCategories,

        @Schema(required = true, description = "What months and categories lack, because there is no rate for its day")
        List<UnconvertedView> unconverted,

        @Schema(required = true, description = "Up to 20 that have a current period, by name")
        List<BudgetLine> budgets,

        @Schema(
                required = true,
                description = "Up to 50 that schedules have due in the next 30 days or waiting since a month, by day")
        List<DueLine> due,

        @Schema(
                required = true,
                description =
                        "Up to 20 active ones at the top: by target date, then those with money, the newest first")
        List<GoalLine> goals,

        @Schema(required = true, description = "Up to 50 that are not closed, by name")
        List<AccountLine> accounts,

        @Schema(required = true) CountsView counts,

        @Schema(
                required = true,
                description =
                        "The newest change that is in all of it, 0 before the first: where a stream of changes goes on")
        long latest)
        implements Tagged {

    static OverviewView of(Defaults own, Intervals intervals, Overview overview) {
        Turnover.InOne turnover = overview.turnover();
        return new OverviewView(
                own.currency().getCurrencyCode(),
                own.today(),
                intervals.from(),
                intervals.to(),
                intervals.interval(),
                WorthView.of(overview.worth()),
                turnover.months().stream().map(MonthView::of).toList(),
                turnover.categories().stream().map(CategoryView::of).toList(),
                OthersView.of(turnover.rest(), turnover.others()),
                turnover.unconverted(),
                overview.budgets().entrySet().stream()
                        .map(budget -> BudgetLine.of(budget.getKey(), budget.getValue()))
                        .toList(),
                overview.due().stream().map(DueLine::of).toList(),
                overview.goals().stream()
                        .map(goal -> GoalLine.of(goal, overview.totals().get(goal.id)))
                        .toList(),
                overview.accounts().stream().map(AccountLine::of).toList(),
                CountsView.of(overview.counts()),
                overview.latest());
    }

    /** What there is in all. */
    @RegisterForReflection
    @Schema(name = "OverviewWorth")
    record WorthView(
            @Schema(required = true, ref = "Money", description = "Before the first day")
            String opening,

            @Schema(required = true, description = "One for each interval, in order")
            List<WorthItem> items,

            @Schema(
                    required = true,
                    description =
                            "What some of it lacks, because there is no rate for a last day; count is the most it lacks")
            List<UnconvertedView> unconverted) {

        private static WorthView of(Worth.InOne worth) {
            return new WorthView(
                    worth.opening().display(0),
                    worth.items().stream().map(WorthItem::of).toList(),
                    worth.unconverted());
        }
    }

    /** What there is at the end of an interval. */
    @RegisterForReflection
    @Schema(name = "OverviewBalance")
    record WorthItem(
            @Schema(required = true) LocalDate from,
            @Schema(required = true) LocalDate to,

            @Schema(required = true, ref = "Money", description = "At the end of the last day, by its rates")
            String balance) {

        private static WorthItem of(Worth.Balance item) {
            return new WorthItem(item.from(), item.to(), item.balance().display(0));
        }
    }

    /** What came and went in a month. */
    @RegisterForReflection
    @Schema(name = "OverviewMonth")
    record MonthView(
            @Schema(required = true, pattern = "^\\d{4}-\\d{2}$", examples = "2026-11")
            String month,

            @Schema(required = true, ref = "Money") String income,

            @Schema(required = true, ref = "Money", description = "Negative, as the amounts are")
            String expense) {

        private static MonthView of(Turnover.Month month) {
            return new MonthView(
                    month.month().toString(),
                    month.moved().display(0),
                    month.moved().display(1));
        }
    }

    /** What was spent of a category. */
    @RegisterForReflection
    @Schema(name = "OverviewCategory")
    record CategoryView(
            @Schema(required = true, nullable = true, description = "Null for what has none")
            String category,

            @Schema(required = true, ref = "Money", description = "Negative, as the amounts are")
            String expense,

            @Schema(required = true, description = "How many expenses are in it")
            long count) {

        private static CategoryView of(Turnover.Category category) {
            return new CategoryView(
                    category.name(),
                    category.spent().display(0),
                    category.spent().count());
        }
    }

    /** What was spent of all other categories. */
    @RegisterForReflection
    @Schema(name = "OverviewOthers")
    record OthersView(
            @Schema(required = true, ref = "Money", description = "Negative, as the amounts are")
            String expense,

            @Schema(required = true, description = "How many expenses are in it")
            long count,

            @Schema(required = true, description = "How many categories they are")
            int categories) {

        private static OthersView of(Converted spent, int categories) {
            return new OthersView(spent.display(0), spent.count(), categories);
        }
    }

    /** How much there is of each kind. */
    @RegisterForReflection
    @Schema(name = "OverviewCounts")
    record CountsView(
            @Schema(required = true) long transactions,

            @Schema(required = true, description = "Also those that are closed")
            long accounts,

            @Schema(required = true) long schedules,
            @Schema(required = true) long budgets,

            @Schema(required = true, description = "Also those that are done, and those below others")
            long goals) {

        private static CountsView of(Counts counts) {
            return new CountsView(
                    counts.transactions(), counts.accounts(), counts.schedules(), counts.budgets(), counts.goals());
        }
    }
}
