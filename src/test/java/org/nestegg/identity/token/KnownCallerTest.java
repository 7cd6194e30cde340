package org.nestegg.identity.token;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Visitor;
import org.nestegg.support.Wire;

/** Whoever is known from a moment ago is let in without a look, and what changes that is heeded at once. */
@QuarkusTest
class KnownCallerTest extends ApiTest {

    private static final String ME = "/api/v1/me";

    private static final int CLIENTS = 4;

    @Test
    void whoeverHasSignedOutIsNobodyHoweverMuchTheyAsk() throws Exception {
        for (int i = 0; i < 10; i++) {
            Person person = Person.signUp();
            whileAsked(() -> status(person.accessToken), () -> {
                person.request().post("/api/v1/auth/logout").then().statusCode(204);
                for (int j = 0; j < 20; j++) {
                    assertEquals(401, status(person.accessToken));
                }
                return null;
            });
        }
    }

    @Test
    void whoeverHasSignedOutAtThePageIsNobodyHoweverMuchTheyAsk() throws Exception {
        for (int i = 0; i < 10; i++) {
            Visitor visitor = Visitor.signUp();
            IntSupplier asking = () -> visitor.request().get(ME).statusCode();
            whileAsked(asking, () -> {
                visitor.delete(Visitor.SESSION).statusCode(204);
                for (int j = 0; j < 20; j++) {
                    assertEquals(401, asking.getAsInt());
                }
                return null;
            });
        }
    }

    @Test
    void aTokenThatIsRevokedIsNobodysHoweverMuchItIsShown() throws Exception {
        Person person = Person.signUp();
        for (int i = 0; i < 10; i++) {
            var made = person.post("/api/v1/me/tokens", "{'name': 'Script %d', 'scope': 'read'}".formatted(i))
                    .statusCode(201)
                    .extract();
            String token = made.path("token");
            whileAsked(() -> status(token), () -> {
                person.delete(made.header("Location")).statusCode(204);
                for (int j = 0; j < 20; j++) {
                    assertEquals(401, status(token));
                }
                return null;
            });
        }
    }

    @Test
    void whatIsSaidOfOneselfHoldsAtOnce() throws Exception {
        Person person = Person.signUp();
        whileAsked(() -> status(person.accessToken), () -> {
            for (String currency : List.of("USD", "JPY", "CHF", "EUR", "GBP")) {
                person.patch(ME, "{'currency': '%s'}".formatted(currency)).statusCode(200);
                person.post("/api/v1/incomes", "{'description': 'x', 'amount': 1}")
                        .statusCode(201)
                        .body("currency", equalTo(currency));
            }
            return null;
        });
    }

    /** Has others show a token again and again meanwhile, so that it is known, or being looked up, at any time. */
    private static void whileAsked(IntSupplier asking, Callable<Void> work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> others = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> clients.submit(() -> {
                        while (!over.get()) {
                            asking.getAsInt();
                        }
                        return (Void) null;
                    }))
                    .toList();
            try {
                while (asking.getAsInt() != 200) {
                    Thread.onSpinWait();
                }
                work.call();
            } finally {
                over.set(true);
            }
            for (Future<Void> client : others) {
                client.get();
            }
        }
    }

    private static int status(String token) {
        return Wire.send("GET", ME, Wire.bearer(token), new byte[0]).status();
    }
}
