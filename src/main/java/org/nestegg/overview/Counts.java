package org.nestegg.overview;

import java.util.Map;
import java.util.UUID;
import org.nestegg.platform.database.Sql;
import org.nestegg.transaction.sum.TransactionCount;

/**
 * How much there is of each kind.
 *
 * @param accounts also those that are closed
 * @param goals also those that are done or below others
 */
record Counts(long transactions, long accounts, long schedules, long budgets, long goals) {

    /** Of each of them a user has a bounded number. */
    private static final String COUNTS = """
            select (select count(*) from account where user_id = :owner), (select count(*) from schedule where user_id = :owner),
                (select count(*) from budget where user_id = :owner), (select count(*) from goal where user_id = :owner)
            """;

    /** That of an owner, by two statements. */
    static Counts of(UUID owner) {
        long transactions = TransactionCount.of(owner);
        return Sql.first(
                        COUNTS,
                        Map.of("owner", owner),
                        row -> new Counts(transactions, row.number(), row.number(), row.number(), row.number()))
                .orElseThrow();
    }
}
