package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.Sql;

@QuarkusTest
class RetryTest {

    private static final String DEADLOCK = "do $$ begin raise 'gave way' using errcode = '40P01'; end $$";
    private static final String DIE = "select pg_terminate_backend(pg_backend_pid())";
    private static final String REFUSE = "do $$ begin raise 'no' using errcode = '23514'; end $$";
    private static final String DIE_AT_COMMIT = """
            create constraint trigger retry_test after insert on retry_test deferrable initially deferred
            for each row execute function retry_test_die()
            """;

    @Inject
    Work work;

    @Inject
    AgroalDataSource database;

    private Sql sql;

    @BeforeEach
    void table() throws SQLException {
        sql = new Sql(database);
        sql.execute("create table retry_test (i integer)");
        sql.execute("""
                create or replace function retry_test_die() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
                """);
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        sql.execute("drop table retry_test; drop function retry_test_die");
    }

    @Test
    void whatGaveWayIsDoneAgain() throws SQLException {
        work.insertAfter(2, DEADLOCK);
        assertEquals(1, sql.count("retry_test"));
    }

    @Test
    void itIsNotTriedForEver() throws SQLException {
        assertThrows(RuntimeException.class, () -> work.insertAfter(3, DEADLOCK));
        assertEquals(0, sql.count("retry_test"));
    }

    @Test
    void aDeadConnectionIsReplaced() throws SQLException {
        work.insertAfter(1, DIE);
        assertEquals(1, sql.count("retry_test"));
    }

    @Test
    void whatIsRefusedIsRefusedOnce() {
        AtomicInteger attempts = new AtomicInteger();
        assertThrows(RuntimeException.class, () -> work.insertAfter(1, REFUSE, attempts));
        assertEquals(1, attempts.get());
    }

    @Test
    void whatMayHaveBeenCommittedIsNotDoneAgain() throws SQLException {
        sql.execute(DIE_AT_COMMIT);
        AtomicInteger attempts = new AtomicInteger();
        assertThrows(RuntimeException.class, () -> work.insertAfter(0, "", attempts));
        assertEquals(1, attempts.get());
    }

    @Test
    void whatGaveWayAsItWasCommittedIsDoneAgain() throws SQLException {
        sql.execute("drop sequence if exists retry_attempts");
        sql.execute("create sequence retry_attempts");
        sql.execute("""
                create or replace function retry_test_die() returns trigger language plpgsql as
                $$ begin
                    if nextval('retry_attempts') = 1 then
                        raise 'gave way' using errcode = '40001';
                    end if;
                    return null;
                end $$
                """);
        sql.execute(DIE_AT_COMMIT);
        AtomicInteger attempts = new AtomicInteger();
        work.insertAfter(0, "", attempts);
        assertEquals(2, attempts.get());
        assertEquals(1, sql.count("retry_test"));
    }

    /** A row, once a statement has failed some times. */
    @Singleton
    static class Work {

        @Transactional
        void insertAfter(int failures, String statement, AtomicInteger attempts) {
            run("insert into retry_test values (1)");
            if (attempts.getAndIncrement() < failures) {
                run(statement);
            }
        }

        void insertAfter(int failures, String statement) {
            insertAfter(failures, statement, new AtomicInteger());
        }

        private static void run(String statement) {
            Panache.getSession().doWork(connection -> {
                try (var sql = connection.createStatement()) {
                    sql.execute(statement);
                }
            });
        }
    }
}
