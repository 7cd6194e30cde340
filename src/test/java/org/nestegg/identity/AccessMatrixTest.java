package org.nestegg.identity;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nestegg.platform.security.TestKeys;
import org.nestegg.platform.security.TokenKeys;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;
import org.nestegg.support.Wire;
import org.nestegg.support.World;

/**
 * Who may do what: every operation of the document on somebody's objects, as everybody who could try, against the tables of
 * the rooms, which {@code access-matrix.txt} explains. A new operation fails until one of them has it.
 */
@QuarkusTest
@TestProfile(Guarded.class)
class AccessMatrixTest extends ApiTest {

    private static final Path TABLES = Path.of("src/test/resources");
    private static final String TABLE = "access-matrix.txt";

    @Inject
    TokenKeys keys;

    private Person admin;

    /** Somebody's objects, and the tokens of those who try, made when they first do. */
    private record Scene(World world, Map<Caller, String> tokens) {
        Scene(World world) {
            this(world, new EnumMap<>(Caller.class));
        }
    }

    @Test
    void everybodyMayDoWhatTheTableSays() throws IOException {
        String columns = row(
                "operation",
                Stream.of(Caller.values())
                        .map(caller -> caller.name().toLowerCase())
                        .toList());
        Scene shared = new Scene(new World());
        Map<String, String> rows = new LinkedHashMap<>();
        for (Operation operation : Contract.served().operations()) {
            String name = operation.toString().replace("/api/v1", "").strip();
            rows.put(name, row(name, statuses(operation, shared)));
        }
        Map<String, String> missing = new LinkedHashMap<>(rows);
        List<Executable> checks = new ArrayList<>();
        for (Path file : tables()) {
            List<String> expected = Files.readAllLines(file);
            List<String> actual = new ArrayList<>(List.of(columns));
            Set<String> listed =
                    expected.stream().map(AccessMatrixTest::operation).collect(Collectors.toSet());
            rows.forEach((name, row) -> {
                // What one table has, another finds gone.
                if (listed.contains(name) && missing.remove(name) != null) {
                    actual.add(row);
                }
            });
            checks.add(() -> assertEquals(String.join("\n", expected), String.join("\n", actual), file::toString));
        }
        checks.add(() -> assertEquals("", String.join("\n", missing.values()), "in no table"));
        assertAll(checks);
    }

    /** A table of each room, without what explains them. */
    private static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            return files.filter(
                            file -> file.endsWith(TABLE) && !file.getParent().equals(TABLES))
                    .sorted()
                    .toList();
        }
    }

    private List<String> statuses(Operation operation, Scene shared) {
        World world = shared.world.before(operation);
        Scene scene = world == shared.world ? shared : new Scene(world);
        List<String> statuses = new ArrayList<>();
        for (Caller caller : Caller.values()) {
            Map<String, String> headers = new HashMap<>(as(caller, scene));
            headers.putAll(headers(operation));
            byte[] body = body(operation, world).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            statuses.add(Integer.toString(Wire.send(operation.method(), world.path(operation), headers, body)
                    .status()));
        }
        return statuses;
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

    private Person admin() {
        if (admin == null || admin.request().get("/api/v1/me").statusCode() == 401) {
            admin = Person.admin();
        }
        return admin;
    }

    private Map<String, String> as(Caller caller, Scene scene) {
        return switch (caller) {
            case NOBODY -> Map.of();
            // All administrators here are the same one, who may have ended all sessions.
            case ADMIN -> admin().authorization();
            default -> Wire.bearer(scene.tokens.computeIfAbsent(caller, c -> token(c, scene.world.person())));
        };
    }

    private String token(Caller caller, Person owner) {
        return switch (caller) {
            case EXPIRED -> jwt(owner, keys.signing().id(), keys.signing().privateKey(), -3600);
            case REVOKED -> {
                Person gone = owner.signInAgain();
                gone.request().post("/api/v1/auth/logout").then().statusCode(204);
                yield gone.accessToken;
            }
            case FORGED -> jwt(owner, keys.signing().id(), TestKeys.generate("EC", 256), 3600);
            case READ -> personalToken(owner, "read");
            case OTHER -> Person.signUp().accessToken;
            case OUTSIDE -> Guarded.sign(Guarded.claims(UUID.randomUUID().toString()), "JWT");
            case WRITE -> personalToken(owner, "write");
            case OWNER -> owner.accessToken;
            case NOBODY, ADMIN -> throw new AssertionError(caller);
        };
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

    /** What else a request needs, so that nobody is refused for another reason. */
    private static Map<String, String> headers(Operation operation) {
        return switch (operation.node().path("operationId").asText()) {
            case "startPageSession" -> Map.of("Sec-Fetch-Site", "same-origin", "Nestegg-Page", "1");
            case "createImport" -> Map.of("Content-Type", "text/csv");
            default -> Map.of();
        };
    }

    /** A body that would do, for the same reason. */
    private static String body(Operation operation, World world) {
        String own = UUID.randomUUID().toString();
        return switch (operation.node().path("operationId").asText()) {
            // Whose address is in the document may have signed up meanwhile.
            case "register", "login", "startPageSession" ->
                "{'email': '%s@example.com', 'password': 'a walk by the river'}".formatted(own);
            case "createTransfer", "replaceTransfer" -> world.transfer();
            case "createImport" -> World.FILE;
            case "patchTransfer" -> "{'amount': 11}";
            case "linkTransactions" -> world.link();
            case "createAccount",
                    "replaceAccount",
                    "patchAccount",
                    "createGoal",
                    "replaceGoal",
                    "patchGoal",
                    "createBucketlist",
                    "replaceBucketlist",
                    "patchBucketlist" -> "{'name': '%s'}".formatted(own);
            case "changeTransactions", "completeGoal" -> "{}";
            case "changePassword" ->
                "{'currentPassword': '%s', 'newPassword': '%s'}".formatted(Person.PASSWORD, Person.PASSWORD);
            default ->
                operation.node().at("/requestBody/content").has("application/json")
                        ? operation
                                .node()
                                .at("/requestBody/content/application~1json/example")
                                .toString()
                        : "";
        };
    }

    private static String row(String operation, List<String> cells) {
        StringBuilder row = new StringBuilder("%-46s".formatted(operation));
        cells.forEach(cell -> row.append("%8s".formatted(cell)));
        return row.toString();
    }

    /** The operation of a row; that of the welcome is a method alone. */
    private static String operation(String row) {
        return row.substring(0, Math.max(0, row.length() - 8 * Caller.values().length))
                .strip();
    }
}
