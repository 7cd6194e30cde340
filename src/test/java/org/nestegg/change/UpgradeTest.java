package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.Sql;
import org.nestegg.transaction.sum.EarlierSums;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the version before is upgraded while that version's statements go on: nothing is lost, nothing fails. */
class UpgradeTest {

    /** The last one before changes were remembered. */
    private static final String BEFORE = "13";

    private static final int PEOPLE = 6;

    /** How often everybody writes before and after. */
    private static final int ROUNDS = 20;

    /** What is not to change, as text. */
    private static final List<String> KEPT = List.of(
            "select string_agg(concat_ws('|', id, email, password_hash), ',' order by id) from users",
            "select string_agg(concat_ws('|', id, user_id, expires_at), ',' order by id) from session",
            "select string_agg(concat_ws('|', hash, user_id, session_id, parent, used_at), ',' order by hash) from refresh_token",
            "select string_agg(concat_ws('|', id, user_id, hash, scope, name), ',' order by id) from personal_token",
            "select string_agg(concat_ws('|', id, user_id, description, amount, allocated, tags, version), ',' order by id)"
                    + " from transaction where description like 'old%'",
            "select string_agg(concat_ws('|', id, user_id, parent_id, name, saved, version), ',' order by id)"
                    + " from goal where name like 'old%'",
            "select string_agg(concat_ws('|', id, user_id, goal_id, transaction_id, amount), ',' order by id)"
                    + " from contribution where note = 'old'",
            "select string_agg(concat_ws('|', id, user_id, bucketlist_id, name, goal_id), ',' order by id) from bucketlist_item");

    private final PGSimpleDataSource database = FreshDatabase.create();
    private final Sql sql = new Sql(database);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void theVersionBeforeGoesOnWhileItsDatabaseIsUpgraded() throws Exception {
        migrate(BEFORE);
        fill();
        List<String> before = kept();
        List<UUID> people = people();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> writers = new ArrayList<>();
            for (UUID person : people) {
                writers.add(threads.submit(() -> {
                    write(person);
                    return null;
                }));
            }
            try {
                awaitWrites(writers);
                migrate("latest");
                awaitWrites(writers);
            } finally {
                over.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertEquals(before, kept());
        // What was done after the upgrade has been remembered, in order; what was done before is from the beginning.
        assertEquals("0", sql.text("select count(*) from transaction where created_seq is null"));
        assertTrue(sql.count("transaction where created_seq = 0") > 0);
        assertTrue(sql.count("transaction where created_seq > 0") > 0);
        assertEquals(
                "0",
                sql.text(
                        "select count(*) from (select 1 from change group by user_id having count(*) <> max(seq)) gaps"));
        assertEquals(
                "0",
                sql.text("select count(*) from feed_head h where seq <> (select max(seq) from change c"
                        + " where c.user_id = h.user_id)"));
        assertTrue(sql.count("change_item where op = 'deleted' and type = 'transaction'") > 0);
        assertTrue(sql.count("change_item where op = 'changed' and type = 'goal'") > 0);
        assertEquals(
                "0",
                sql.text(
                        "select count(*) from goal g where saved <>"
                                + " coalesce((select sum(amount) from contribution c where c.user_id = g.user_id and c.goal_id = g.id), 0)"));
        // What there was before sums were kept has been added to them, and what was done meanwhile, too.
        assertEquals(PEOPLE, sql.count("feed_head where summed"));
        assertEquals("0", sql.text("""
                select count(*) from (
                    select user_id, month, currency, category, type, amount, count from transaction_month
                        where account_id is null
                    except
                    select user_id, cast(date_trunc('month', cast(date as timestamp)) as date), currency, category,
                            transaction_type(amount, transfer_id), sum(amount), count(*)
                        from transaction group by 1, 2, 3, 4, 5) wrong
                """));
        assertEquals(
                sql.text("select count(*) || ' of ' || sum(amount) from transaction"),
                sql.text("select sum(count) || ' of ' || sum(amount) from transaction_month"));
        // A goal that goes frees its item, as it did.
        sql.execute("delete from contribution where goal_id in (select goal_id from bucketlist_item)");
        sql.execute("delete from goal where id in (select goal_id from bucketlist_item)");
        assertEquals("0", sql.text("select count(*) from bucketlist_item where goal_id is not null"));
    }

    private void migrate(String target) {
        // As the service does, which tries again where it would have to wait for long.
        for (int attempt = 1; ; attempt++) {
            try {
                Flyway.configure()
                        .dataSource(database)
                        .initSql("set lock_timeout = '2s'")
                        .javaMigrations(new EarlierSums())
                        .target(target)
                        .load()
                        .migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == 20) {
                    throw e;
                }
            }
        }
    }

    private List<String> kept() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String query : KEPT) {
            all.add(sql.text(query));
        }
        return all;
    }

    private List<UUID> people() throws SQLException {
        return List.of(sql.text("select string_agg(id::text, ' ') from users").split(" ")).stream()
                .map(UUID::fromString)
                .toList();
    }

    private void fill() throws SQLException {
        sql.execute("""
                insert into users (id, email, currency, locale, role, password_hash, version, created_at, updated_at)
                    select uuidv7(), 'p' || i || '@example.com', 'EUR', 'en', 'user', 'hash', 0, now(), now()
                    from generate_series(1, %d) i;
                insert into session (id, user_id, created_at, expires_at, used_at)
                    select uuidv7(), id, now(), now() + interval '1 day', now() from users;
                insert into refresh_token (hash, user_id, session_id)
                    select sha256(id::text::bytea), user_id, id from session;
                insert into refresh_token (hash, user_id, session_id, parent)
                    select sha256(hash), user_id, session_id, hash from refresh_token;
                insert into personal_token (id, user_id, name, scope, hash, version, created_at, updated_at)
                    select uuidv7(), id, 'script', 'read', sha256(email::bytea), 0, now(), now() from users;
                insert into transaction
                    (id, user_id, description, amount, currency, date, tags, version, created_at, updated_at)
                    select uuidv7(), u.id, 'old ' || i, 1000, 'EUR', date '2026-01-01', '{a}', 3, now(), now()
                    from users u, generate_series(1, 500) i;
                insert into goal (id, user_id, name, start_at, currency, version, created_at, updated_at)
                    select uuidv7(), id, 'old top', now(), 'EUR', 0, now(), now() from users;
                insert into goal (id, user_id, parent_id, name, start_at, currency, version, created_at, updated_at)
                    select uuidv7(), user_id, id, 'old below', now(), 'EUR', 0, now(), now() from goal;
                insert into contribution
                    (id, user_id, goal_id, transaction_id, amount, currency, date, note, version, created_at, updated_at)
                    select uuidv7(), g.user_id, g.id, (select t.id from transaction t where t.user_id = g.user_id limit 1),
                        20, 'EUR', date '2026-01-01', 'old', 0, now(), now() from goal g;
                insert into bucketlist (id, user_id, name, version, created_at, updated_at)
                    select uuidv7(), id, 'old', 0, now(), now() from users;
                insert into bucketlist_item (id, user_id, bucketlist_id, name, goal_id, version, created_at, updated_at)
                    select uuidv7(), l.user_id, l.id, 'old', g.id, 0, now(), now()
                    from bucketlist l join goal g on g.user_id = l.user_id and g.name = 'old below';
                """.formatted(PEOPLE));
    }

    /** What the version before does, as it does it. */
    private void write(UUID person) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            UUID goal = UUID.randomUUID();
            run(connection, "select id from users where id = ? for update", person);
            run(
                    connection,
                    "insert into goal (created_at, currency, description, end_at, name, user_id, parent_id, start_at,"
                            + " target_amount, target_date, updated_at, version, id)"
                            + " values (now(), 'EUR', null, null, 'new', ?, null, now(), null, null, now(), 0, ?)",
                    person,
                    goal);
            connection.commit();
            for (int i = 0; !over.get(); i++) {
                try {
                    writeOnce(connection, person, goal, i);
                } catch (SQLException e) {
                    // That version, too, does again what has lost a deadlock.
                    if (!"40P01".equals(e.getSQLState())) {
                        throw e;
                    }
                    connection.rollback();
                }
                done.incrementAndGet();
            }
        }
    }

    private static void writeOnce(Connection connection, UUID person, UUID goal, int i) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                connection,
                "insert into transaction (amount, category, created_at, currency, date, description, notes, user_id,"
                        + " tags, updated_at, version, id)"
                        + " values (5, null, now(), 'EUR', current_date, 'new', null, ?, '{}', now(), 0, ?)",
                person,
                id);
        connection.commit();
        run(connection, "select id from transaction where user_id = ? and id = ? for update", person, id);
        run(
                connection,
                "update transaction set amount = 6, updated_at = now(), version = 1 where id = ? and version = 0",
                id);
        connection.commit();
        run(connection, "select id from users where id = ? for update", person);
        run(
                connection,
                "insert into contribution (amount, created_at, currency, date, goal_id, note, user_id,"
                        + " transaction_id, updated_at, version, id)"
                        + " values (1, now(), 'EUR', current_date, ?, null, ?, ?, now(), 0, ?)",
                goal,
                person,
                id,
                UUID.randomUUID());
        run(connection, "update goal set end_at = now(), updated_at = now(), version = version + 1 where id = ?", goal);
        connection.commit();
        if (i % 2 == 0) {
            run(connection, "delete from contribution where user_id = ? and transaction_id = ?", person, id);
            run(connection, "delete from transaction where id = ? and version = 1", id);
            connection.commit();
        }
    }

    private static void run(Connection connection, String statement, UUID... parameters) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                sql.setObject(i + 1, parameters[i]);
            }
            sql.execute();
        }
    }

    private void awaitWrites(List<Future<?>> writers) throws Exception {
        int goal = done.get() + ROUNDS * PEOPLE;
        for (int i = 0; i < 600 && done.get() < goal; i++) {
            Thread.sleep(100);
            for (Future<?> writer : writers) {
                if (writer.isDone()) {
                    writer.get();
                }
            }
        }
        assertTrue(done.get() >= goal, "the version before does not go on");
    }
}
