package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.support.Await;
import org.nestegg.support.CountingProxy;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Race;
import org.nestegg.support.Replica;
import org.postgresql.ds.PGSimpleDataSource;

/** How often a request waits for the database, as their protocol says. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class RoundTripIT {

    /** Of so many the least: connections are looked after, too, and the driver learns what it is often asked. */
    private static final int TRIES = 10;

    private static final int TOGETHER = 4;

    private static final Duration MEMORY_FADES = Duration.ofMillis(110);

    /** Whoever asks no slower than this is known from the time before, at least each second time. */
    private static final Duration QUICK = Duration.ofMillis(40);

    private static final String EXPENSES = "/api/v1/expenses";
    private static final String EXPENSE = "{'description': 'x', 'amount': 1}";

    private static final List<String> READS = List.of(
            "/api/v1/transactions",
            "/api/v1/transactions?limit=100&tag=t",
            EXPENSES,
            "/api/v1/transactions/summary?groupBy=tag",
            "/api/v1/transactions/summary?from=2024-01-15&to=2026-03-10&groupBy=month",
            "/api/v1/balances?date=2026-01-01");

    private static CountingProxy proxy;
    private static Replica replica;

    private String token;

    @BeforeAll
    static void start() {
        PGSimpleDataSource database = FreshDatabase.create();
        proxy = new CountingProxy(database.getPortNumbers()[0]);
        Map<String, String> environment = new HashMap<>(Replica.environment(
                "jdbc:postgresql://localhost:%d/%s".formatted(proxy.port(), database.getDatabaseName()),
                PackagedSurroundings.keys()));
        // What was idle is asked whether it is there, which is no part of a request.
        environment.put("QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "1h");
        // All of the tests are one source.
        environment.put("NESTEGG_LIMITS_REGISTRATIONS_PER_HOUR", "1000");
        environment.put("NESTEGG_LIMITS_REQUESTS_PER_MINUTE", "100000");
        environment.put("NESTEGG_LIMITS_SIGN_INS_PER_HOUR", "1000");
        replica = Replica.serve(environment);
    }

    @BeforeEach
    void signUp() {
        token = replica.register();
    }

    @AfterAll
    static void stop() {
        replica.close();
        proxy.close();
    }

    @Test
    void whoeverReadsWaitsOnce() {
        post(EXPENSES, EXPENSE);
        for (String path : READS) {
            assertEquals(1, roundTrips(() -> get(path)), path);
            // Whoever has not been seen for a while is looked up first.
            assertEquals(2, roundTrips(RoundTripIT::pause, () -> get(path)), path);
        }
    }

    @Test
    void howOftenDoesNotGrowWithWhatIsRead() {
        for (int i = 0; i < 60; i++) {
            post(EXPENSES, "{'description': 'x', 'amount': 1, 'category': 'c%d', 'tags': ['t']}".formatted(i));
        }
        for (String path : READS) {
            assertEquals(1, roundTrips(() -> get(path + (path.contains("?") ? "" : "?limit=100"))), path);
        }
        String next = get("/api/v1/transactions?limit=5").body().replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
        assertEquals(1, roundTrips(() -> get(next)));
        assertEquals(2, roundTrips(() -> get("/api/v1/transactions?count=true")), "the page, the total");
        for (String path :
                List.of("/api/v1/transactions/summary?groupBy=tag&convertTo=USD", "/api/v1/balances?convertTo=USD")) {
            assertEquals(path.contains("summary") ? 2 : 1, roundTrips(() -> get(path)), "the sums, the rates");
        }
        // All of them, by one statement in a transaction of its own.
        assertEquals(2, roundTrips(() -> get("/api/v1/transactions", "text/csv")));
    }

    @Test
    void howOftenDoesNotGrowWithBudgets() {
        String budget =
                "{'name': 'b%d', 'amount': 1, 'rollover': 'unspent', 'recurrence': 'FREQ=WEEKLY', 'start': '2025-01-01'}";
        String path = post("/api/v1/budgets", budget.formatted(0))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        long ofOne = roundTrips(() -> get("/api/v1/budgets?limit=100"));
        for (int i = 1; i < 60; i++) {
            post("/api/v1/budgets", budget.formatted(i));
        }
        assertEquals(ofOne, roundTrips(() -> get("/api/v1/budgets?limit=100")));
        assertEquals(
                roundTrips(() -> get(path + "/periods?from=2025-01-01&to=2025-01-01")),
                roundTrips(() -> get(path + "/periods?from=2025-01-01&to=2026-06-30")));
    }

    @Test
    void howOftenDoesNotGrowWithTheOverview() {
        String some = "{'create': [%s]}";
        String expense =
                "{'type': 'expense', 'description': 'x', 'amount': 1, 'currency': '%s', 'category': 'c%d', 'date': '2026-0%d-01'}";
        String schedule = "{'start': '2099-01-01', 'recurrence': 'FREQ=DAILY', 'transaction': {'type': 'expense',"
                + " 'description': 'x', 'amount': 1}}";
        String budget = "{'name': 'b%d', 'amount': 1, 'rollover': 'unspent', 'start': '2025-01-01'}";
        post("/api/v1/transactions/batch", some.formatted(expense.formatted("USD", 0, 1)));
        post("/api/v1/schedules", schedule);
        post("/api/v1/budgets", budget.formatted(0));
        post("/api/v1/goals", "{'name': 'g0'}");
        String path = "/api/v1/overview?from=2026-01-01&to=2026-06-30&interval=";
        // The change, what there is, what came and went in the own currency and in others, the rates, budgets, what was
        // spent of
        // them, schedules and what they have posted, twice, goals, what is below them, accounts, two counts; commit.
        assertEquals(17, roundTrips(() -> get(path + "month")));
        for (int i = 1; i < 40; i++) {
            post(
                    "/api/v1/transactions/batch",
                    some.formatted(
                            expense.formatted("CHF", i, 1 + i % 6) + "," + expense.formatted("EUR", i, 1 + i % 6)));
            post("/api/v1/schedules", schedule);
            post("/api/v1/budgets", budget.formatted(i));
            post("/api/v1/goals", "{'name': 'g%d'}".formatted(i));
            post("/api/v1/accounts", "{'name': 'a%d'}".formatted(i));
        }
        assertEquals(17, roundTrips(() -> get(path + "day")));
    }

    /** What comes again asks nothing of whoever has nothing due; what is due is posted before the first answer, and not again. */
    @Test
    void schedulesCostNothingWhileNothingIsDue() {
        String schedule = "{'start': '2020-01-01', 'recurrence': 'FREQ=%s', 'transaction': {'type': 'expense',"
                + " 'description': 'x', 'amount': 1}}";
        assertEquals(201, post("/api/v1/schedules", schedule.formatted("DAILY")).statusCode());
        assertEquals(
                201, post("/api/v1/schedules", schedule.formatted("YEARLY")).statusCode());
        for (String path : READS) {
            assertEquals(1, roundTrips(() -> get(path)), path);
            assertEquals(2, roundTrips(RoundTripIT::pause, () -> get(path)), path);
        }
        assertEquals(1, roundTrips(() -> post(EXPENSES, EXPENSE)));
        long ofTwo = roundTrips(() -> get("/api/v1/schedules"));
        for (int i = 0; i < 20; i++) {
            post("/api/v1/schedules", schedule.formatted("MONTHLY"));
        }
        assertEquals(ofTwo, roundTrips(() -> get("/api/v1/schedules")));
        assertEquals(
                roundTrips(() -> get("/api/v1/forecast")), roundTrips(() -> get("/api/v1/forecast?interval=month")));
    }

    @Test
    void whoeverWritesWaitsThisOften() {
        assertEquals(1, roundTrips(() -> post(EXPENSES, EXPENSE)));
        assertEquals(2, roundTrips(RoundTripIT::pause, () -> post(EXPENSES, EXPENSE)));
        String path = post(EXPENSES, EXPENSE).headers().firstValue("Location").orElseThrow();
        assertEquals(1, roundTrips(() -> get(path)));
        String account = post("/api/v1/accounts", "{'name': 'x'}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String inAccount = EXPENSE.replace("}", ", 'accountId': '" + account.replaceAll(".*/", "") + "'}");
        // Look at the account, create.
        assertEquals(2, roundTrips(() -> post(EXPENSES, inAccount)));
        // Begin the change, read it, update, commit.
        long[] amount = {2};
        assertEquals(4, roundTrips(() -> patch(path, "{'amount': %d}".formatted(amount[0]++))));
        // Begin the change, read it, take the change back, commit.
        assertEquals(4, roundTrips(() -> patch(path, "{'amount': %d}".formatted(amount[0] - 1))));
        String goal = post("/api/v1/goals", "{'name': 'x', 'targetAmount': 1000}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        // Begin the change and look at the goal, set aside, commit.
        assertEquals(3, roundTrips(() -> post(goal + "/contributions", "{'amount': 1}")));
        // Claim the key and look for its answer, create, keep the answer and commit.
        assertEquals(
                3,
                roundTrips(() ->
                        replica.postKeyed(EXPENSES, token, UUID.randomUUID().toString(), EXPENSE)));
        // Of one kind of object, whatever else there is.
        String[] seq = {""};
        assertEquals(
                12,
                roundTrips(
                        () -> seq[0] = post(EXPENSES, EXPENSE)
                                .headers()
                                .firstValue("Change-Seq")
                                .orElseThrow(),
                        () -> post("/api/v1/changes/" + seq[0] + "/undo", "{}")));
    }

    /** Eight at once, one of whom goes first and has the rest go together; where the machine is busy, not each time. */
    @Test
    void whoeverWritesAtOnceWaitsTogether() {
        post(EXPENSES, EXPENSE);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = proxy.roundTrips();
            Race.of(8, _ -> {
                assertEquals(201, post(EXPENSES, EXPENSE).statusCode());
                return null;
            });
            least = Math.min(least, proxy.roundTrips() - before);
        }
        assertTrue(least <= 5, "round trips of eight: " + least);
    }

    /** Who is known from a moment ago has nothing but the create to be lost; on a slow machine not each time. */
    @Test
    void whatMayHaveBeenDoneIsNotDoneAgain() {
        int done = 0;
        for (int i = 0; i < TRIES; i++) {
            int before = total();
            assertEquals(201, post(EXPENSES, EXPENSE).statusCode());
            List<Integer> lost =
                    losing(() -> Race.of(TOGETHER, _ -> post(EXPENSES, EXPENSE).statusCode()));
            assertEquals(Set.of(503), Set.copyOf(lost));
            Await.until("the database is back", () -> get(EXPENSES).statusCode() == 200);
            int more = total() - before - 1;
            assertTrue(more >= 0 && more <= TOGETHER, "done so often: " + more);
            done += more;
        }
        assertTrue(done > 0, "nothing was lost after it was done");
    }

    private static <T> T losing(Supplier<T> request) {
        proxy.loseAnswers(true);
        try {
            return request.get();
        } finally {
            proxy.loseAnswers(false);
        }
    }

    private int total() {
        return Integer.parseInt(
                get(EXPENSES + "?count=true&limit=1").body().replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
    }

    @Test
    void whoeverRefreshesWaitsThreeTimes() {
        String[] token = {
            refreshToken(
                    post("/api/v1/auth/register", "{'email': 'ann@example.com', 'password': 'a walk by the river'}"))
        };
        // Look at token and session, trade, commit.
        assertEquals(3, roundTrips(() -> {
            HttpResponse<String> answer = post("/api/v1/auth/refresh", "{'refreshToken': '%s'}".formatted(token[0]));
            token[0] = refreshToken(answer);
            return answer;
        }));
    }

    @Test
    void whoeverSignsInWaitsFiveTimes() {
        String password = "{'email': 'bob@example.com', 'password': 'a walk by the river'}";
        // Whether the address is anybody's, the user, the session, commit.
        assertEquals(
                4, roundTrips(() -> post("/api/v1/auth/register", password.replace("bob", "b" + System.nanoTime()))));
        post("/api/v1/auth/register", password);
        // Who that is, count the attempt, look at the user as of now, begin the session, commit.
        assertEquals(5, roundTrips(() -> post("/api/v1/auth/login", password)));
    }

    private static String refreshToken(HttpResponse<String> answer) {
        return answer.body().replaceAll("(?s).*\"refreshToken\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void ofABatchTheyDoNotGrowWithIt() {
        long few = roundTrips(() -> post("/api/v1/transactions/batch", batch(5)));
        assertTrue(roundTrips(() -> post("/api/v1/transactions/batch", batch(50))) <= few + 1, "few: " + few);
    }

    private static String batch(int size) {
        return "{'create': [%s]}"
                .formatted(String.join(
                        ",", Collections.nCopies(size, "{'type': 'income', 'description': 'x', 'amount': 1}")));
    }

    /** Tries that a busy machine makes slow are tries, but more of them are made. */
    private long roundTrips(Supplier<HttpResponse<String>> request) {
        long least = Long.MAX_VALUE;
        for (int quick = 0, tries = 0; quick < TRIES && tries < 5 * TRIES; tries++) {
            long begun = System.nanoTime();
            least = Math.min(least, roundTripsOfOne(request));
            if (System.nanoTime() - begun < QUICK.toNanos()) {
                quick++;
            }
        }
        return least;
    }

    private long roundTrips(Runnable first, Supplier<HttpResponse<String>> request) {
        return LongStream.range(0, TRIES)
                .map(_ -> {
                    first.run();
                    return roundTripsOfOne(request);
                })
                .min()
                .orElseThrow();
    }

    private long roundTripsOfOne(Supplier<HttpResponse<String>> request) {
        long before = proxy.roundTrips();
        HttpResponse<String> answer = request.get();
        assertTrue(answer.statusCode() < 300, answer.body());
        return proxy.roundTrips() - before;
    }

    /** Longer than anybody is remembered. */
    private static void pause() {
        try {
            Thread.sleep(MEMORY_FADES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return get(path, "application/json");
    }

    private HttpResponse<String> get(String path, String accept) {
        return replica.send(HttpRequest.newBuilder(URI.create("http://localhost:" + replica.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", accept)
                .build());
    }

    private HttpResponse<String> post(String path, String body) {
        return replica.post(path, token, body);
    }

    private HttpResponse<String> patch(String path, String body) {
        return replica.send(HttpRequest.newBuilder(URI.create("http://localhost:" + replica.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build());
    }
}
