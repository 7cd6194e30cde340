package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.Sql;

/** What the database holds by itself, without the service's help. */
@QuarkusTest
class SchemaTest {

    @Inject
    SessionFactory sessions;

    @Inject
    AgroalDataSource database;

    private Sql sql;
    private UUID user;

    @BeforeEach
    void insertUser() throws SQLException {
        sql = new Sql(database);
        user = UUID.randomUUID();
        insertUser(user, user + "@example.com");
    }

    @Test
    void theEntitiesFitTheSchema() {
        sessions.getSchemaManager().validateMappedObjects();
    }

    @Test
    void everyTableOfAUserLeadsAnIndexWithItsOwner() throws SQLException {
        assertEquals("", sql.text("""
                        select coalesce(string_agg(c.table_name, ', '), '') from information_schema.columns c
                        where c.table_schema = 'public' and c.column_name = 'user_id' and not exists (
                            select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid
                                and a.attnum = i.indkey[0]
                            where i.indrelid = c.table_name::regclass and a.attname = 'user_id')
                        """));
    }

    /** Nobody has run them; but none is forgotten, and whoever refers to another comes after it. */
    @Test
    void everyTableIsSpreadAfterThoseThatItRefersTo() throws IOException, SQLException {
        List<String> spread = Pattern.compile("create_(?:distributed|reference)_table\\('(\\w+)'")
                .matcher(Files.readString(Path.of("k8s", "citus", "distribute.sql")))
                .results()
                .map(table -> table.group(1))
                .toList();
        assertEquals(
                sql.text("select string_agg(tablename, ' ' order by tablename collate \"C\") from pg_tables"
                        + " where schemaname = 'public' and tablename <> 'flyway_schema_history'"),
                spread.stream().sorted().collect(Collectors.joining(" ")));
        String[] references = sql.text("select string_agg(conrelid::regclass || ' ' || confrelid::regclass, ',')"
                        + " from pg_constraint where contype = 'f' and conrelid <> confrelid")
                .split(",");
        assertTrue(references.length > 20);
        for (String reference : references) {
            String[] tables = reference.split(" ");
            assertTrue(spread.indexOf(tables[1]) < spread.indexOf(tables[0]), reference);
        }
    }

    @Test
    void addressesAreUniqueWithoutCase() {
        broken(
                "users_email_key",
                () -> insertUser(UUID.randomUUID(), user.toString().toUpperCase() + "@EXAMPLE.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "amount | 0 | transaction_amount_check",
                "amount | 10000000000000 | transaction_amount_check",
                "currency | 'eur' | transaction_currency_check",
                "description | '' | transaction_description_check",
                "description | repeat('x', 201) | transaction_description_check",
                "category | '' | transaction_category_check",
                "notes | repeat('x', 2001) | transaction_notes_check",
                "tags | array_fill('x'::text, array[21]) | transaction_tags_check",
                "user_id | '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e' | transaction_user_id_fkey"
            })
    void aBadTransactionIsRefused(String column, String value, String constraint) throws SQLException {
        UUID id = UUID.randomUUID();
        sql.execute("""
                insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at, updated_at)
                values ('%s', '%s', 'x', 1, 'EUR', now(), '{}', 0, now(), now())
                """.formatted(id, user));
        broken(
                constraint,
                () -> sql.execute(
                        "update transaction set %s = %s where id = '%s'".formatted(column, value.strip(), id)));
    }

    @Test
    void aRefreshTokenCannotPointAtAnothersSession() throws SQLException {
        UUID other = UUID.randomUUID();
        insertUser(other, other + "@example.com");
        UUID session = UUID.randomUUID();
        sql.execute("insert into session values ('%s', '%s', now(), now(), now())".formatted(session, user));
        broken(
                "refresh_token_session_fkey",
                () -> sql.execute(
                        "insert into refresh_token values (sha256('x'), '%s', '%s', null)".formatted(other, session)));
    }

    @Test
    void aSchemaThatDoesNotFitWouldBeNoticed() throws SQLException {
        sql.execute("alter table transaction rename column notes to remarks");
        try {
            assertThrows(SchemaManagementException.class, this::theEntitiesFitTheSchema);
        } finally {
            sql.execute("alter table transaction rename column remarks to notes");
        }
    }

    private void insertUser(UUID id, String email) throws SQLException {
        sql.execute("insert into users values ('%s', '%s', null, 'EUR', 'en', 'user', 'hash', 0, now(), now())"
                .formatted(id, email));
    }

    private static void broken(String constraint, org.junit.jupiter.api.function.Executable statement) {
        SQLException refusal = assertThrows(SQLException.class, statement);
        assertTrue(refusal.getMessage().contains(constraint), refusal.getMessage());
    }
}
