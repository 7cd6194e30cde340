package org.nestegg.transaction.sum;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.nestegg.platform.problem.SqlFailure;

/**
 * Version 33 of the schema: what transactions came to before sums were kept (V31) is added to them, one user after the other, each
 * in a transaction of its own. What is missing from a user's sums is the same at any moment, whatever is written meanwhile; so it
 * is found without keeping anybody from writing, and only while it is added does the user's next change wait. Whoever is killed
 * meanwhile goes on with the next user who is left.
 */
public class EarlierSums implements JavaMigration {

    private static final long PAUSE = 500_000_000L;

    private static final String LEFT = """
            select u.id from users u left join feed_head h on h.user_id = u.id
                where u.erased_at is null and h.summed is not true
                    and (h.user_id is not null or exists (select from transaction t where t.user_id = u.id))
            """;

    private static final String FIND = """
            create temporary table missing on commit drop as
                select month, account_id, currency, category, type, sum(amount) as amount, sum(n) as n from (
                    select cast(date_trunc('month', cast(date as timestamp)) as date) as month, account_id, currency, category,
                            transaction_type(amount, transfer_id) as type, amount, 1 as n
                        from transaction where user_id = '%1$s'
                    union all
                    select month, account_id, currency, category, type, -amount, -count
                        from transaction_month where user_id = '%1$s') both_sides
                group by month, account_id, currency, category, type having sum(amount) <> 0 or sum(n) <> 0
            """;

    private static final List<String> ADD = List.of(
            """
            insert into feed_head (user_id, seq, transaction_id, at) select id, 0, '0', now() from users where id = '%1$s'
                on conflict (user_id) do update set seq = feed_head.seq
            """,
            """
            insert into transaction_month as m (user_id, month, account_id, currency, category, type, amount, count)
                select h.user_id, d.month, d.account_id, d.currency, d.category, d.type, d.amount, d.n
                    from missing d join feed_head h on h.user_id = '%1$s'
                    order by d.month, d.account_id, d.currency, d.category, d.type
                on conflict (user_id, month, account_id, currency, category, type) do update
                    set amount = m.amount + excluded.amount, count = m.count + excluded.count
            """,
            "delete from transaction_month where user_id = '%1$s' and count = 0 and amount = 0",
            "update feed_head set summed = true where user_id = '%1$s'");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("33");
    }

    @Override
    public String getDescription() {
        return "earlier sums";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** On a connection of its own, whose transactions are short; that of the migration itself only notes that it is done. */
    @Override
    public void migrate(Context context) throws SQLException {
        try (Connection connection = context.getConfiguration().getDataSource().getConnection()) {
            List<UUID> left = left(connection);
            connection.setAutoCommit(false);
            for (UUID user : left) {
                while (!add(connection, user)) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }

    private static List<UUID> left(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEFT);
                ResultSet rows = statement.executeQuery()) {
            List<UUID> left = new ArrayList<>();
            while (rows.next()) {
                left.add(rows.getObject(1, UUID.class));
            }
            return left;
        }
    }

    /** Whether it could be done; not while somebody else keeps what it needs for too long. */
    private static boolean add(Connection connection, UUID user) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FIND.formatted(user));
            for (String sql : ADD) {
                statement.execute(sql.formatted(user));
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (SqlFailure.isLockTimeout(e) || SqlFailure.isConflict(e)) {
                return false;
            }
            throw e;
        }
    }
}
