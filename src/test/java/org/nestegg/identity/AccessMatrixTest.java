package org.nestegg.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nestegg.platform.security.TestKeys;
import org.nestegg.platform.security.TokenKeys;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;
import org.nestegg.support.World;

/**
 * Who may do what: every operation of the document on somebody's objects, as everybody who could try, against the table in
 * {@code access-matrix.txt}. A new operation fails until the table has it.
 */
@QuarkusTest
@TestProfile(Guarded.class)
class AccessMatrixTest extends ApiTest {

    private static final String TABLE = "/access-matrix.txt";

    @Inject
    TokenKeys keys;

    @Test
    void everybodyMayDoWhatTheTableSays() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(row(
                "operation",
                Stream.of(Caller.values())
                        .map(caller -> caller.name().toLowerCase())
                        .toList()));
        for (Operation operation : Contract.served().operations()) {
            World world = new World();
            List<String> statuses = new ArrayList<>();
            for (Caller caller : Caller.values()) {
                RequestSpecification request = body(operation, as(caller, world));
                statuses.add(Integer.toString(request.request(operation.method(), world.path(operation))
                        .statusCode()));
            }
            lines.add(row(operation.toString().replace("/api/v1", ""), statuses));
        }
        assertEquals(expected(), String.join("\n", lines));
    }

    /** Everybody who could try, those who may do most last: they leave the least behind. */
    private enum Caller {
        NOBODY,
        EXPIRED,
        REVOKED,
        FORGED,
        READ,
        OTHER,
        OUTSIDE,
        ADMIN,
        WRITE,
        OWNER
    }

    private RequestSpecification as(Caller caller, World world) {
        return switch (caller) {
            case NOBODY -> api();
            case EXPIRED ->
                bearer(jwt(world.person(), keys.signing().id(), keys.signing().privateKey(), -3600));
            case REVOKED -> {
                Person gone = world.person().signInAgain();
                gone.request().post("/api/v1/auth/logout").then().statusCode(204);
                yield gone.request();
            }
            case FORGED -> bearer(jwt(world.person(), keys.signing().id(), TestKeys.generate("EC", 256), 3600));
            case READ -> bearer(personalToken(world.person(), "read"));
            case OTHER -> Person.signUp().request();
            case OUTSIDE -> bearer(Guarded.sign(Guarded.claims(UUID.randomUUID().toString()), "JWT"));
            case ADMIN -> Person.admin().request();
            case WRITE -> bearer(personalToken(world.person(), "write"));
            case OWNER -> world.person().request();
        };
    }

    private static RequestSpecification bearer(String token) {
        return api().header("Authorization", "Bearer " + token);
    }

    private static String personalToken(Person person, String scope) {
        return person.post("/api/v1/me/tokens", "{'name': 'x', 'scope': '%s'}".formatted(scope))
                .statusCode(201)
                .extract()
                .path("token");
    }

    /** What one of our own tokens says, signed by a key and good for so many seconds. */
    private static String jwt(Person person, String keyId, PrivateKey key, int seconds) {
        String session = person.get("/api/v1/me/sessions").extract().path("items.find { it.current }.id");
        return Jwt.issuer("nestegg")
                .audience("nestegg")
                .subject(person.id)
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().plusSeconds(seconds))
                .claim("sid", session)
                .jws()
                .type("at+jwt")
                .keyId(keyId)
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                .sign(key);
    }

    /** A body that would do, so that nobody is refused for another reason. */
    private static RequestSpecification body(Operation operation, RequestSpecification request) {
        String own = UUID.randomUUID().toString();
        return switch (operation.node().path("operationId").asText()) {
            case "register" ->
                json(request, "{'email': '%s@example.com', 'password': 'a walk by the river'}".formatted(own));
            case "createGoal", "replaceGoal", "patchGoal", "createBucketlist", "replaceBucketlist", "patchBucketlist" ->
                json(request, "{'name': '%s'}".formatted(own));
            case "changeTransactions", "completeGoal" -> json(request, "{}");
            case "changePassword" ->
                json(
                        request,
                        "{'currentPassword': '%s', 'newPassword': '%s'}".formatted(Person.PASSWORD, Person.PASSWORD));
            default ->
                operation.node().at("/requestBody/content").has("application/json")
                        ? json(
                                request,
                                operation
                                        .node()
                                        .at("/requestBody/content/application~1json/example")
                                        .toString())
                        : request;
        };
    }

    private static String row(String operation, List<String> cells) {
        StringBuilder row = new StringBuilder("%-46s".formatted(operation));
        cells.forEach(cell -> row.append("%8s".formatted(cell)));
        return row.toString();
    }

    private static String expected() throws IOException {
        try (InputStream table = AccessMatrixTest.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse("");
        }
    }
}
