package org.nestegg.platform.http;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.World;

@QuarkusTest
class NegotiationTest extends ApiTest {

    private static final String TRANSACTIONS = "/api/v1/transactions";

    @TestFactory
    Stream<DynamicTest> headIsGetWithoutTheBody() {
        World world = new World();
        return Contract.served().operations().stream()
                .filter(o -> o.method().equals("GET"))
                .map(o -> DynamicTest.dynamicTest(o.path(), () -> {
                    Response get = world.request(o).get(world.path(o));
                    Response head = world.request(o).head(world.path(o));
                    assertEquals(get.statusCode(), head.statusCode());
                    assertEquals("", head.asString());
                    for (String header :
                            List.of("Content-Type", "ETag", "Cache-Control", "Vary", "Content-Language", "Link")) {
                        assertEquals(get.header(header), head.header(header), header);
                    }
                }));
    }

    @Test
    void theHeadOfACsvIsThatOfItsGet() {
        Person person = Person.signUp();
        person.record("income", "Salary", "1", "");
        Response get = person.request().accept("text/csv").get(TRANSACTIONS);
        Response head = person.request().accept("text/csv").head(TRANSACTIONS);
        assertEquals(200, head.statusCode());
        assertEquals(get.contentType(), head.contentType());
        assertEquals("", head.asString());
    }

    @TestFactory
    Stream<DynamicTest> optionsNameTheMethodsOfEveryPath() {
        return Contract.served().operations().stream()
                .collect(Collectors.groupingBy(Operation::path))
                .entrySet()
                .stream()
                .map(path -> DynamicTest.dynamicTest(path.getKey(), () -> {
                    Set<String> methods = path.getValue().stream()
                            .map(Operation::method)
                            .collect(Collectors.toCollection(TreeSet::new));
                    boolean patched = methods.contains("PATCH");
                    if (methods.contains("GET")) {
                        methods.add("HEAD");
                    }
                    methods.add("OPTIONS");
                    Response answer = api().options(path.getValue().getFirst().samplePath());
                    answer.then().statusCode(204).header("Allow", String.join(", ", methods));
                    assertEquals(
                            patched ? "application/merge-patch+json, application/json" : null,
                            answer.header("Accept-Patch"));
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | 200 | application/json",
                "*/* | 200 | application/json",
                "application/* | 200 | application/json",
                "application/json; charset=utf-8 | 200 | application/json",
                "text/html, application/json;q=0.5 | 200 | application/json",
                "text/csv | 200 | text/csv",
                "text/csv;q=0.9, application/json | 200 | application/json",
                "text/csv, application/json;q=0.9 | 200 | text/csv",
                "text/html, */*;q=0.1 | 200 | application/json",
                "text/html | 406 | application/problem+json",
                "application/xml | 406 | application/problem+json",
                "application/json;q=0 | 406 | application/problem+json",
                "*/*;q=0 | 406 | application/problem+json",
                "text/csv, application/json;q=0 | 200 | text/csv",
                "text/csv;q=0, text/*;q=1, application/json;q=0.1 | 200 | application/json",
                "application/json;q=0.000, */* | 200 | text/csv",
                "'' | 200 | application/json",
                "application/problem+json | 200 | application/json",
                "application/problem+json; charset=utf-8;q=0.5 | 200 | application/json",
                "application/problem+json, text/html | 406 | application/problem+json",
                "application/problem+json, text/html;q=0 | 200 | application/json",
                "', application/problem+json' | 200 | application/json",
                "application/problem+json;q=0 | 406 | application/problem+json",
                "text/csv, application/problem+json | 200 | text/csv",
                "nonsense | 400 | application/problem+json"
            })
    void acceptDecides(String accept, int status, String mediaType) {
        Person person = Person.signUp();
        var request = accept == null ? person.request() : person.request().header("Accept", accept);
        Response answer = request.get(TRANSACTIONS);
        assertEquals(status, answer.statusCode(), answer.asString());
        assertEquals(mediaType, answer.contentType().split(";")[0]);
    }

    /** Generated clients ask for the only type that such an operation documents, which is that of problems. */
    @TestFactory
    Stream<DynamicTest> whereSuccessHasNoBodyAnythingIsAcceptable() {
        World shared = new World();
        return Contract.served().operations().stream()
                .filter(o -> o.answers("204"))
                .flatMap(o -> Stream.of("application/problem+json", "text/html", "application/json;q=0")
                        .map(accept -> DynamicTest.dynamicTest(o + " " + accept, () -> {
                            World world = shared.before(o);
                            var request = world.request(o);
                            if (o.path().endsWith("/password")) {
                                json(
                                        request,
                                        "{'currentPassword': '%s', 'newPassword': 'another walk there'}"
                                                .formatted(Person.PASSWORD));
                            } else if (o.path().endsWith("/rates/{day}")) {
                                json(request, "{'rates': {}}");
                            }
                            request.header("Accept", accept)
                                    .request(o.method(), world.path(o))
                                    .then()
                                    .statusCode(204);
                        })));
    }

    /** Nor does it matter how the path is spelt, as long as it is one. */
    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1//goals/ID/contributions, 405",
        "DELETE, /api/v1/./goals/ID/contributions, 405",
        "DELETE, /api/v1/go%61ls/ID/contributions, 405",
        "DELETE, /awell-known/jwksxjson, 404",
        "DELETE, /api/v1/go%61ls/ID, 204",
        "DELETE, /api/docs/../v1/goals/ID, 204"
    })
    void aPathIsTheSameHoweverItIsSpelt(String method, String path, int status) {
        Person person = Person.signUp();
        String id = person.post("/api/v1/goals", "{'name': 'x'}").extract().path("id");
        RestAssured.given() // as the document has no such spelling
                .header("Authorization", "Bearer " + person.accessToken)
                .header("Accept", "text/html")
                .urlEncodingEnabled(false)
                .request(method, path.replace("ID", id))
                .then()
                .statusCode(status);
    }

    /** Each of these took seconds once, of a thread that all share. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/problem+json BLANKSx",
                "application/problem+json;BLANKS;q=0",
                "aBLANKS;;;;;;;;;;;\u0085;q=0",
                "BLANKS,BLANKS,x/y;q=BLANKS1"
            })
    void noAcceptCostsMoreThanItIsWorth(String accept) {
        String field = accept.replace("BLANKS", " ".repeat(5_000));
        List<Integer> statuses = Race.of(
                40, _ -> api().header("Accept", field).get("/api/v1/hello").statusCode());
        assertTrue(Set.of(200, 400, 406).containsAll(statuses), statuses::toString);
    }

    @Test
    void aRefusalNamesWhatWouldDo() {
        World world = new World();
        for (Operation o : Contract.served().operations()) {
            if (o.method().equals("GET") && !o.path().contains("echo")) {
                Response answer = world.request(o).header("Accept", "image/png").get(world.path(o));
                answer.then().statusCode(406);
                String other = Map.of(
                                TRANSACTIONS,
                                ", text/csv",
                                "/api/v1/changes",
                                ", text/event-stream",
                                "/problems/{code}",
                                ", text/html")
                        .getOrDefault(o.path(), "");
                assertEquals("application/json" + other, answer.header("Accept"));
                assertTrue(answer.<String>path("detail").contains(answer.header("Accept")), answer.asString());
            } else if (o.node().at("/requestBody/content").has("application/json")
                    && !o.path().contains("echo")) {
                Response answer = raw(world.request(o), "text/plain", "x".getBytes(StandardCharsets.UTF_8))
                        .request(o.method(), world.path(o));
                answer.then().statusCode(415).header("Accept", containsString("application/json"));
                assertTrue(answer.<String>path("detail").contains(answer.header("Accept")), answer.asString());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAPathDoesNotTakeIsAMethod() {
        World world = new World();
        return Contract.served().operations().stream()
                .collect(Collectors.groupingBy(Operation::path))
                .entrySet()
                .stream()
                .map(path -> DynamicTest.dynamicTest(path.getKey(), () -> {
                    Operation o = path.getValue().getFirst();
                    Set<String> taken = path.getValue().stream()
                            .map(Operation::method)
                            .collect(Collectors.toCollection(TreeSet::new));
                    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                        if (!taken.contains(method)) {
                            json(world.request(o), "{}")
                                    .request(method, world.path(o))
                                    .then()
                                    .statusCode(405)
                                    .header(
                                            "Allow",
                                            containsString(taken.iterator().next()))
                                    .body("code", equalTo("method-not-allowed"));
                        }
                    }
                }));
    }

    @Test
    void aBodyThatMayBeLeftOutMayBeNull() {
        World world = new World();
        Contract.served().operations().stream()
                .filter(o -> o.path().matches(".*/(reopen|complete|promote|logout)"))
                .forEach(o -> json(world.request(o), "null")
                        .post(world.path(o))
                        .then()
                        .statusCode(anyOf(equalTo(200), equalTo(201), equalTo(204))));
    }

    @Test
    void anObjectIsJsonOrNothing() {
        Person person = Person.signUp();
        for (String accept : List.of("application/json;q=0", "*/*; Q=0.0", "text/csv, application/*;q=0")) {
            person.request().header("Accept", accept).get("/api/v1/me").then().statusCode(406);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/JSON",
                "APPLICATION/JSON; Charset=UTF-8",
                "Application/Merge-Patch+JSON",
                "application/merge-patch+json;charset=utf-8"
            })
    void mediaTypesAreComparedWithoutCase(String type) {
        byte[] body = "{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8);
        raw(Person.signUp().request(), type, body).patch("/api/v1/me").then().statusCode(200);
    }

    @Test
    void jsonIsUtf8() {
        Person person = Person.signUp();
        String body = "{\"name\": \"x\"}";
        raw(person.request(), "application/json;charset=iso-8859-1", body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/goals")
                .then()
                .statusCode(201);
        raw(person.request(), "application/json", body.getBytes(StandardCharsets.UTF_16))
                .post("/api/v1/goals")
                .then()
                .statusCode(400);
    }

    @Test
    void bodiesAreReadWhereNoneIsNeeded() {
        World world = new World();
        Contract.served().operations().stream()
                .filter(o -> o.path().matches(".*/(reopen|logout)"))
                .forEach(o -> raw(world.request(o), "text/plain", "garbage".getBytes(StandardCharsets.UTF_8))
                        .post(world.path(o))
                        .then()
                        .statusCode(415));
    }

    @Test
    void thereAreNoOptionsOfNothing() {
        api().options("/api/v1/nowhere").then().statusCode(404);
    }

    @Test
    void whatDependsOnAcceptSaysSo() {
        Person person = Person.signUp();
        person.get(TRANSACTIONS).header("Vary", "Accept, Accept-Encoding");
        person.request().accept("text/csv").get(TRANSACTIONS).then().header("Vary", "Accept, Accept-Encoding");
    }

    @Test
    void aPatchOfAnotherTypeIsToldTheRightOnes() {
        World world = new World();
        Contract.served().operations().stream()
                .filter(o -> o.method().equals("PATCH") && !o.path().contains("echo"))
                .forEach(
                        o -> raw(world.request(o), "application/json-patch+json", "[]".getBytes(StandardCharsets.UTF_8))
                                .patch(world.path(o))
                                .then()
                                .statusCode(415)
                                .header("Accept-Patch", "application/merge-patch+json, application/json"));
    }

    @Test
    void anEncodedBodyIsNotTaken() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        }
        raw(Person.signUp().request(), "application/json", zipped.toByteArray())
                .header("Content-Encoding", "gzip")
                .post("/api/v1/goals")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        raw(Person.signUp().request(), "application/json", "{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8))
                .header("Content-Encoding", "identity")
                .post("/api/v1/goals")
                .then()
                .statusCode(201);
    }
}
