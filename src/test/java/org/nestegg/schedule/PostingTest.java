package org.nestegg.schedule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.change.ActorType;
import org.nestegg.change.Recording;
import org.nestegg.identity.Agenda;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

/** That each occurrence is posted exactly once, on its day, whoever is first and however much time has passed. */
@QuarkusTest
class PostingTest extends ApiTest {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    @Inject
    AgroalDataSource database;

    @Inject
    Timer timer;

    private Sql sql;
    private Person person;
    private LocalDate today;

    @BeforeEach
    void signUp() {
        sql = new Sql(database);
        person = Person.signUp();
        today = LocalDate.now(ZoneOffset.UTC);
    }

    private String daily(LocalDate start, String more) {
        return person.create(
                SCHEDULES,
                ("{'start': '%s', 'recurrence': 'FREQ=DAILY', 'transaction': {'type': 'expense',"
                                + " 'description': 'Coffee', 'amount': '2.50'%s}}")
                        .formatted(start, more));
    }

    /** Lets days go by in which the service was not there: everything of the person's was so much earlier. */
    private void pass(int days) throws SQLException {
        for (String earlier : List.of(
                "schedule set start = start - %d, live_from = live_from - %d",
                "schedule_occurrence set date = date - %d",
                "transaction set date = date - %d",
                "agenda set due_on = due_on - %d, stuck_since = stuck_since - %d")) {
            sql.execute(
                    "update " + earlier.replace("%d", Integer.toString(days)) + " where user_id = '" + person.id + "'");
        }
        person = person.signInAgain(); // who is known from a moment ago knew another day
    }

    private long posted() throws SQLException {
        return sql.count("transaction where user_id = '" + person.id + "'");
    }

    @Test
    void theFirstRequestOfADayPostsWhatIsDueWhereNoTimerRuns() throws SQLException {
        String path = daily(today, "");
        assertEquals(1, posted());
        pass(1);
        assertEquals(1, posted());
        person.get("/api/v1/accounts").statusCode(200);
        assertEquals(2, posted());
        person.get(TRANSACTIONS)
                .body(
                        "items.date",
                        contains(today.toString(), today.minusDays(1).toString()))
                .body("items[0].scheduleId", equalTo(id(path)));
        person.get("/api/v1/changes")
                .body("items[-1].kind", equalTo("postSchedules"))
                .body("items[-1].actor.type", equalTo("schedule"))
                .body("items[-1].items.type", contains("transaction"));
    }

    @Test
    void whatIsAboutTheAccountItselfPostsNothing() throws SQLException {
        daily(today, "");
        pass(1);
        person.get("/api/v1/me").statusCode(200);
        assertEquals(1, posted());
    }

    @Test
    void aYearOfDowntimeIsCaughtUpWithOnceByWhoeverIsFirst() throws SQLException {
        daily(today, "");
        daily(today, ", 'currency': 'USD'");
        pass(365);
        Race.of(6, i -> {
            if (i % 3 == 0) {
                timer.run();
            } else {
                person.get("/api/v1/balances").statusCode(200);
            }
            return null;
        });
        timer.run();
        assertEquals(2 * 366, posted());
        assertEquals(366, sql.count("(select distinct date from transaction where user_id = '" + person.id + "') d"));
        person.get("/api/v1/balances?date=" + today).statusCode(200);
        assertEquals(2 * 366, sql.count("schedule_occurrence where user_id = '" + person.id + "'"));
    }

    @Test
    void theTimerPostsForThoseWhoDoNotAsk() throws SQLException {
        daily(today, "");
        pass(2);
        timer.run();
        assertEquals(3, posted());
        timer.run();
        assertEquals(3, posted());
    }

    @Test
    void whatIsUndoneIsNotPostedAgain() throws SQLException {
        String path = daily(today, "");
        pass(1);
        String seq =
                person.get("/api/v1/changes").extract().path("items[-1].seq").toString();
        person.post("/api/v1/changes/" + seq + "/undo", "").statusCode(201);
        timer.run();
        person.get(TRANSACTIONS + "?count=true").body("total", equalTo(1));
        person.get(path + "/occurrences?from=" + today + "&to=" + today).body("items.state", contains("skipped"));
    }

    private String undo(String seq) {
        return person.post("/api/v1/changes/" + seq + "/undo", "")
                .statusCode(201)
                .extract()
                .header("Change-Seq");
    }

    private void assertState(String path, LocalDate date, String state) {
        person.get(path + "/occurrences?from=" + date + "&to=" + date).body("items.state", contains(state));
    }

    @Test
    void whatIsPostedByHandUndoneRedoneAndDeletedIsNotPostedAgain() throws SQLException {
        LocalDate tomorrow = today.plusDays(1);
        String path = daily(tomorrow, "");
        String seq = person.post(path + "/occurrences/" + tomorrow + "/post", "")
                .extract()
                .header("Change-Seq");
        String again = undo(undo(undo(undo(seq))));
        assertState(path, tomorrow, "posted");
        String undone = undo(again);
        assertState(path, tomorrow, "planned");
        assertEquals(0, posted());
        undo(undone);
        String transaction = person.get(TRANSACTIONS).extract().path("items[0].id");
        person.delete(TRANSACTIONS + "/" + transaction).statusCode(204);
        assertState(path, tomorrow, "skipped");
        pass(1);
        timer.run();
        assertEquals(0, posted());
    }

    @Test
    void whatIsPostedInPlaceOfADeletedOneIsSkippedWhenThatIsUndone() throws SQLException {
        String path = daily(today, "");
        String occurrence = path + "/occurrences/" + today;
        String first = person.get(TRANSACTIONS).extract().path("items[0].id");
        String deleted = person.delete(TRANSACTIONS + "/" + first).extract().header("Change-Seq");
        String seq = person.post(occurrence + "/post", "").extract().header("Change-Seq");
        String answer = person.post(occurrence + "/post", "").extract().asString();
        String undone = undo(seq);
        assertState(path, today, "skipped");
        assertEquals(0, posted());
        String redone = undo(undone);
        assertEquals(
                answer,
                person.post(occurrence + "/post", "")
                        .statusCode(200)
                        .header("Change-Seq", nullValue())
                        .extract()
                        .asString());
        assertEquals(1, posted());
        undo(redone);
        assertState(path, today, "skipped");
        undo(deleted);
        person.get(path + "/occurrences?from=" + today + "&to=" + today).body("items.transactionId", contains(first));
        timer.run();
        assertEquals(1, posted());
    }

    @Test
    void whatPassesDuringAPauseIsSkipped() throws SQLException {
        String path = daily(today, "");
        person.patch(path, "{'paused': true}").statusCode(200);
        pass(3);
        timer.run();
        assertEquals(1, posted());
        person.patch(path, "{'paused': false}").statusCode(200);
        assertEquals(2, posted());
        person.get(path + "/occurrences?from=" + today.minusDays(3) + "&to=" + today)
                .body("items.state", contains("posted", "skipped", "skipped", "posted"));
    }

    @Test
    void theDayIsThatOfTheUsersTimeZone() throws SQLException {
        // Between these two it is never the same day.
        LocalDate early = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        person.patch("/api/v1/me", "{'timeZone': 'Etc/GMT+12'}").statusCode(200);
        String path = daily(early, "");
        assertEquals(0, posted());
        timer.run();
        assertEquals(0, posted());
        person.patch("/api/v1/me", "{'timeZone': 'Pacific/Kiritimati'}").statusCode(200);
        timer.run();
        assertEquals(1, posted());
        person.patch("/api/v1/me", "{'timeZone': 'Etc/GMT+12'}").statusCode(200);
        person.get(TRANSACTIONS).body("items.date", contains(early.toString()));
        timer.run();
        assertEquals(1, posted());
        person.get(path).body("next", equalTo(early.plusDays(1).toString()));
    }

    @Test
    void whatAnAccountDoesNotTakeWaitsAndHoldsNothingElseUp() throws SQLException {
        String account =
                person.post("/api/v1/accounts", "{'name': 'Closing'}").extract().path("id");
        String path = daily(today, ", 'accountId': '%s'".formatted(account));
        daily(today, "");
        person.patch("/api/v1/accounts/" + account, "{'closed': true}").statusCode(200);
        pass(2);
        timer.run();
        assertEquals(2 + 2, posted());
        assertEquals(
                "1",
                sql.text(
                        "select count(*) from agenda where stuck_since is not null and user_id = '" + person.id + "'"));
        person.post(path + "/occurrences/" + today + "/post", "")
                .statusCode(409)
                .body("code", equalTo("account-closed"));
        person.patch("/api/v1/accounts/" + account, "{'closed': false}").statusCode(200);
        pass(1);
        timer.run();
        assertEquals(2 + 2 + 1 + 3, posted());
        assertEquals(
                "0",
                sql.text(
                        "select count(*) from agenda where stuck_since is not null and user_id = '" + person.id + "'"));
    }

    @Test
    void whatWaitsForLongIsPostedOnItsDaysInTheEnd() throws SQLException {
        String account =
                person.post("/api/v1/accounts", "{'name': 'Closing'}").extract().path("id");
        daily(today, ", 'accountId': '%s'".formatted(account));
        person.patch("/api/v1/accounts/" + account, "{'closed': true}").statusCode(200);
        for (int day = 0; day < 6; day++) {
            pass(1);
            timer.run();
        }
        assertEquals(1, posted());
        person.patch("/api/v1/accounts/" + account, "{'closed': false}").statusCode(200);
        pass(1);
        timer.run();
        assertEquals(1 + 7, posted());
        assertEquals(8, sql.count("(select distinct date from transaction where user_id = '" + person.id + "') d"));
    }

    @Test
    void anAccountThatIsGoneIsSaidSo() throws SQLException {
        String account =
                person.post("/api/v1/accounts", "{'name': 'Going'}").extract().path("id");
        String path = daily(today.plusDays(1), ", 'accountId': '%s'".formatted(account));
        person.delete("/api/v1/accounts/" + account).statusCode(204);
        person.post(path + "/occurrences/" + today.plusDays(1) + "/post", "")
                .statusCode(409)
                .body("code", equalTo("schedule-account-gone"));
        pass(1);
        person.get(path).statusCode(200).body("next", equalTo(today.toString()));
        assertEquals(0, posted());
        person.patch(path, "{'paused': true, 'name': 'x'}")
                .statusCode(200)
                .body("transaction.currency", equalTo("EUR"));
        person.patch(path, "{'transaction': {'accountId': null}, 'paused': false}")
                .statusCode(200);
        assertEquals(1, posted());
    }

    @Test
    void planningOneSchedulePostsNothingOfAnother() throws SQLException {
        String path = daily(today, "");
        daily(today, "");
        pass(1);
        UUID owner = UUID.fromString(person.id);
        QuarkusTransaction.requiringNew()
                .run(() -> Recording.byItself(owner, "patchSchedule", ActorType.SESSION, () -> {
                    Schedule.of(owner, UUID.fromString(id(path))).orElseThrow().plan(today);
                    return null;
                }));
        assertEquals(2 + 1, posted());
    }

    @Test
    void whoIsDisabledIsNothingForOperatorsToLookAt() throws SQLException {
        String account =
                person.post("/api/v1/accounts", "{'name': 'Closing'}").extract().path("id");
        daily(today, "");
        daily(today, ", 'accountId': '%s'".formatted(account));
        person.patch("/api/v1/accounts/" + account, "{'closed': true}").statusCode(200);
        pass(1);
        timer.run();
        pass(5);
        long left = QuarkusTransaction.requiringNew().call(() -> Agenda.countLeft(Instant.now()));
        long stuck = QuarkusTransaction.requiringNew().call(Agenda::countStuck);
        sql.execute("update users set disabled = true where id = '" + person.id + "'");
        assertEquals(left - 2, QuarkusTransaction.requiringNew().call(() -> Agenda.countLeft(Instant.now())));
        assertEquals(stuck - 1, QuarkusTransaction.requiringNew().call(Agenda::countStuck));
    }

    @Test
    void oneOccurrenceIsPostedOnceByManyAtOnce() throws SQLException {
        String path = daily(today.plusDays(1), "");
        List<String> answers = Race.of(
                8,
                _ -> person.post(path + "/occurrences/" + today.plusDays(1) + "/post", "")
                        .statusCode(200)
                        .extract()
                        .asString());
        assertEquals(1, answers.stream().distinct().count());
        assertEquals(1, posted());
    }

    @Test
    void aDeletedScheduleThatComesBackPostsWhatItMissed() throws SQLException {
        String path = daily(today, "");
        String seq = person.delete(path).statusCode(204).extract().header("Change-Seq");
        timer.run();
        assertEquals("0", sql.text("select count(*) from agenda where user_id = '" + person.id + "'"));
        person.post("/api/v1/changes/" + seq + "/undo", "").statusCode(201);
        pass(1);
        timer.run();
        assertEquals(2, posted());
    }

    @Test
    void whoHasNothingDueIsNotLookedAt() throws SQLException {
        daily(today.plusDays(5), "");
        assertEquals(
                today.plusDays(5).toString(),
                sql.text("select due_on from agenda where user_id = '" + person.id + "'"));
        person.get(TRANSACTIONS).body("items[0]", nullValue());
        assertTrue(person.get("/api/v1/changes").extract().<Integer>path("latest") == 1);
    }
}
