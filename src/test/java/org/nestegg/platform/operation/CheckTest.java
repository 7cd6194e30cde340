package org.nestegg.platform.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.operation.Differences.Difference;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Differing;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;
import org.nestegg.support.World;

/** What the service does never differs; whatever is spoilt past the triggers is found, and nothing else. */
@QuarkusTest
class CheckTest extends ApiTest {

    private static final String V1 = "/api/v1";

    @Inject
    AgroalDataSource database;

    @Inject
    Check check;

    @All
    @Inject
    List<Invariant> invariants;

    @All
    @Inject
    List<RecordedType> types;

    private Sql sql;
    private Person person;
    private String income;

    /** Something of each kind, and changes that have created, changed, deleted and undone. */
    @BeforeEach
    void fill() {
        sql = new Sql(database);
        person = Person.signUp();
        income = person.record("income", "Salary", "5000", "");
        String first = create("/goals", "{'name': 'first'}");
        String second = create("/goals", "{'name': 'second'}");
        contribute(first, "{'amount': 5, 'transactionId': '%s'}".formatted(id(income)));
        contribute(first, "{'amount': 10}");
        contribute(second, "{'amount': 10, 'transactionId': '%s'}".formatted(id(income)));
        String list = create("/bucketlists", "{'name': 'list'}");
        String item = create(list.substring(V1.length()) + "/items", "{'name': 'wish'}");
        String promoted = person.create(item + "/promote", "{}");
        person.request().post(promoted + "/complete").then().statusCode(200);
        String current = create("/accounts", "{'name': 'current'}");
        String savings = create("/accounts", "{'name': 'savings'}");
        create(
                "/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 7}".formatted(id(current), id(savings)));
        create("/budgets", "{'name': 'food', 'amount': 400}");
        create(
                "/schedules",
                "{'start': '2026-01-01', 'recurrence': 'FREQ=YEARLY', 'transaction': {'type': 'expense', 'description': 'x',"
                        + " 'amount': 1}}");
        create("/rules", "{'when': {'type': 'income'}, 'set': {'category': 'work'}}");
        for (String rate : List.of("1.1", "1.2")) {
            person.put(V1 + "/me/rates/2026-11-20", "{'rates': {'USD': '%s'}}".formatted(rate))
                    .statusCode(204);
        }
        raw(person.request(), "text/csv", World.FILE.getBytes(StandardCharsets.UTF_8))
                .post(V1 + "/imports")
                .then()
                .statusCode(201);
        String pizza = person.record("expense", "Pizza", "50", "");
        person.patch(pizza, "{'amount': 60}").statusCode(200);
        String deletion = person.delete(pizza).statusCode(204).extract().header("Change-Seq");
        person.request().post(V1 + "/changes/" + deletion + "/undo").then().statusCode(201);
        person.delete(pizza).statusCode(204);
    }

    @Test
    void whatTheServiceDoesNeverDiffers() throws SQLException {
        assertEquals(Map.of(), Differing.of(person));
        person.delete(V1 + "/changes?before=2999-01-01").statusCode(204);
        assertEquals(0, sql.count("change where user_id = '%s'".formatted(person.id)));
        assertEquals(Map.of(), Differing.of(person));
        create("/goals", "{'name': 'third'}");
        assertEquals(Map.of(), Differing.of(person));
    }

    @Test
    void whatIsDoneByHandDoesNotDifferEither() throws SQLException {
        String pizza = person.record("expense", "Pizza", "50", "");
        sql.execute("""
                do $$ declare r transaction; begin
                    delete from transaction where id = '%s' returning * into r;
                    r.created_seq := null;
                    insert into transaction select r.*;
                end $$
                """.formatted(id(pizza)));
        assertEquals(Map.of(), Differing.of(person));
    }

    @TestFactory
    Stream<DynamicTest> whateverIsSpoiltIsFoundByName() {
        Map<String, List<Spoil>> spoils = spoils().collect(Collectors.groupingBy(Spoil::invariant));
        assertEquals(names(), spoils.keySet());
        return spoils.values().stream()
                .flatMap(List::stream)
                .map(spoil -> DynamicTest.dynamicTest(spoil.invariant + ": " + spoil.object, () -> isFound(spoil)));
    }

    private void isFound(Spoil spoil) throws SQLException {
        String object = sql.text(mine("select " + spoil.object));
        pastTriggers(spoil.spoiling);
        try {
            Map<String, List<Difference>> found = Differing.of(person);
            assertEquals(Set.of(spoil.invariant), found.keySet(), found.toString());
            assertEquals(
                    List.of(object),
                    found.get(spoil.invariant).stream().map(Difference::object).toList());
            assertEquals(
                    UUID.fromString(person.id),
                    found.get(spoil.invariant).getFirst().owner());
        } finally {
            pastTriggers(spoil.mending);
        }
        assertEquals(Map.of(), Differing.of(person));
    }

    private Stream<Spoil> spoils() {
        String goal = "goal where user_id = :me and name = 'first'";
        String newest = "where user_id = :me and seq = (select max(seq) from change where user_id = :me)";
        return Stream.concat(
                Stream.of(
                        new Spoil(
                                "savings-of-goals",
                                "'goal ' || id from " + goal,
                                "update goal set saved = saved + 1 where user_id = :me and name = 'first'",
                                "update goal set saved = saved - 1 where user_id = :me and name = 'first'"),
                        new Spoil(
                                "allocations-of-incomes",
                                "'transaction ' || id from transaction where user_id = :me and amount = 5000",
                                "update transaction set allocated = 0 where user_id = :me and amount = 5000",
                                "update transaction set allocated = 15 where user_id = :me and amount = 5000"),
                        // The sums stay right: what the goal has of the income is moved to what it has of none.
                        new Spoil(
                                "shares-of-incomes",
                                "'goal ' || id || ' with transaction %s' from ".formatted(id(income)) + goal,
                                """
                                update contribution set amount = -1 where user_id = :me and amount = 5;
                                update contribution set amount = 16 where user_id = :me and transaction_id is null;
                                update transaction set allocated = 9 where user_id = :me and amount = 5000
                                """,
                                """
                                update contribution set amount = 5 where user_id = :me and amount = -1;
                                update contribution set amount = 10 where user_id = :me and transaction_id is null;
                                update transaction set allocated = 15 where user_id = :me and amount = 5000
                                """),
                        new Spoil(
                                "items-of-goals",
                                "'bucketlist-item ' || id from bucketlist_item where user_id = :me",
                                "update bucketlist_item set done_at = null where user_id = :me",
                                "update bucketlist_item i set done_at = (select end_at from goal g where g.id = i.goal_id)"
                                        + " where user_id = :me"),
                        new Spoil(
                                "sums-of-months",
                                "concat_ws(' ', 'month', to_char(month, 'YYYY-MM'), 'income EUR category account')"
                                        + " from transaction_month where user_id = :me and type = 'income'",
                                "update transaction_month set amount = amount + 1 where user_id = :me and type = 'income'",
                                "update transaction_month set amount = amount - 1 where user_id = :me and type = 'income'"),
                        new Spoil(
                                "balances-of-accounts",
                                "'account ' || id from account where user_id = :me and name = 'savings'",
                                "update account set transaction_count = 2 where user_id = :me and name = 'savings'",
                                "update account set transaction_count = 1 where user_id = :me and name = 'savings'"),
                        new Spoil(
                                "sides-of-transfers",
                                "'transfer ' || id from transfer where user_id = :me",
                                "update transfer set out_id = in_id, in_id = out_id where user_id = :me",
                                "update transfer set out_id = in_id, in_id = out_id where user_id = :me"),
                        new Spoil(
                                "newest-changes",
                                "'feed_head'",
                                "update feed_head set seq = seq + 1 where user_id = :me",
                                "update feed_head set seq = seq - 1 where user_id = :me"),
                        new Spoil(
                                "gapless-changes",
                                "'changes 1 to ' || max(seq) + 1 from change where user_id = :me",
                                "update change set seq = seq + 1 %s; update feed_head set seq = seq + 1 where user_id = :me"
                                        .formatted(newest),
                                "update change set seq = seq - 1 %s; update feed_head set seq = seq - 1 where user_id = :me"
                                        .formatted(newest)),
                        new Spoil(
                                "times-of-changes",
                                "'change ' || seq from change " + newest,
                                "update change set at = at - interval '1 day' " + newest,
                                "update change set at = at + interval '1 day' " + newest),
                        new Spoil(
                                "creations-of-items",
                                "'goal ' || id || ' in change ' || seq from change_item where user_id = :me and type = 'goal'",
                                "update change_item set created_seq = created_seq + 100 where user_id = :me and type = 'goal'",
                                "update change_item set created_seq = created_seq - 100 where user_id = :me and type = 'goal'")),
                types.stream().flatMap(CheckTest::spoilsOf));
    }

    private static Stream<Spoil> spoilsOf(RecordedType type) {
        String one = "(select min(id::text)::uuid from %s where user_id = :me)".formatted(type.table());
        String remember = "insert into change_item select user_id, seq, '%s', %s, '%s', 0, '{}' from feed_head"
                + " where user_id = :me";
        String forget = "delete from change_item where user_id = :me and before = '{}'";
        return Stream.of(
                new Spoil(
                        "creations-of-objects",
                        "'%s ' || %s".formatted(type.name(), one),
                        "update %s set created_seq = created_seq + 100 where id = %s".formatted(type.table(), one),
                        "update %s set created_seq = created_seq - 100 where id = %s".formatted(type.table(), one)),
                new Spoil(
                        "objects-of-items",
                        "'%s ' || :me".formatted(type.name()),
                        remember.formatted(type.name(), ":me", "changed"),
                        forget),
                new Spoil(
                        "objects-of-items",
                        "'%s ' || %s".formatted(type.name(), one),
                        remember.formatted(type.name(), one, "deleted"),
                        forget));
    }

    @Test
    void whoeverIsErasedIsLeftOut() throws SQLException {
        String goal = "update goal set saved = saved %s 1 where user_id = :me and name = 'first'";
        pastTriggers(goal.formatted("+"));
        assertEquals(Set.of("savings-of-goals"), Differing.of(person).keySet());
        pastTriggers("update users set erased_at = now() where id = :me");
        assertEquals(Map.of(), Differing.of(person));
        pastTriggers("update users set erased_at = null where id = :me;" + goal.formatted("-"));
    }

    @Test
    void itMayTakeLongAndWritesNothing() {
        Differences settings = check.differences(new Invariant(
                "settings",
                mine("select id as user_id, 'settings' as object, current_setting('statement_timeout') as kept,"
                        + " current_setting('transaction_read_only') as found from users where id = :me")));
        assertEquals(List.of(new Difference(UUID.fromString(person.id), "settings", "0", "on")), settings.named());
    }

    @Test
    void ofManyTheFirstAreNamedAndAllAreCounted() {
        Differences many = check.differences(new Invariant(
                "many",
                mine("select id as user_id, 'object ' || i as object, '' as kept, '' as found"
                        + " from users, generate_series(1000, 1249) i where id = :me")));
        assertEquals(250, many.count());
        assertEquals(Check.NAMED, many.named().size());
        assertEquals("object 1000", many.named().getFirst().object());
        assertEquals("object 1099", many.named().getLast().object());
    }

    @Test
    void theDocumentsNameWhatIsChecked() throws IOException {
        String page = Files.readString(Path.of("docs/operations/README.md"));
        for (String name : names()) {
            assertTrue(page.contains("| `" + name + "` |"), name);
        }
    }

    private Set<String> names() {
        return invariants.stream().map(Invariant::name).collect(Collectors.toSet());
    }

    private String create(String collection, String body) {
        return person.create(V1 + collection, body);
    }

    private void contribute(String goal, String body) {
        person.create(goal + "/contributions", body);
    }

    private void pastTriggers(String statements) throws SQLException {
        sql.execute("begin; set local session_replication_role = replica; " + mine(statements) + "; commit");
    }

    private String mine(String statement) {
        return statement.replace(":me", "'" + person.id + "'");
    }

    /** Something that spoils one invariant. The object is an SQL expression, with where it is from. */
    private record Spoil(String invariant, String object, String spoiling, String mending) {}
}
