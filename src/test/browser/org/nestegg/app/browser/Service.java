package org.nestegg.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;

/** The service that the page is opened from: one packaged process for all tests of this one, or one that is already up. */
final class Service {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final class Started {
        static final Replica REPLICA = start();

        private static Replica start() {
            Map<String, String> environment =
                    new HashMap<>(Replica.environment(FreshDatabase.create().getUrl(), PackagedSurroundings.keys()));
            environment.put("NESTEGG_LIMITS_ENABLED", "false");
            Replica replica = Replica.serve(environment);
            Runtime.getRuntime().addShutdownHook(new Thread(replica::close));
            return replica;
        }
    }

    private Service() {}

    /** Where it is, without a slash at the end. */
    static String address() {
        String host = System.getProperty("quarkus.http.test-host");
        return host == null
                ? "http://localhost:" + Started.REPLICA.port
                : "http://" + host + ":" + System.getProperty("quarkus.http.test-port");
    }

    /** What an answer says, which must be a success. */
    static JsonNode json(APIResponse answer) {
        if (!answer.ok()) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        try {
            return answer.status() == 204 ? null : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
