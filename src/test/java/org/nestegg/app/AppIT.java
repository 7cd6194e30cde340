package org.nestegg.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestegg.support.PackagedSurroundings;

/** The same against the packaged application, whose modules are packed. */
@QuarkusIntegrationTest
@WithTestResource(PackagedSurroundings.class)
class AppIT extends AppTest {

    private static final int MOST_BYTES = 250_000;

    private static final String TEXTS = "/app/i18n/";

    /** All that there is, in the language with the longest words: nobody has more than one. */
    @Test
    void allFilesOfThePageTogetherAreSmallerThanAPhotograph() {
        List<String> paths = paths(request().get(WORKER).asString());
        int files = paths.stream()
                .filter(path -> !path.startsWith(TEXTS))
                .mapToInt(AppIT::size)
                .sum();
        int texts = paths.stream()
                .filter(path -> path.startsWith(TEXTS))
                .mapToInt(AppIT::size)
                .max()
                .orElseThrow();
        assertTrue(files + texts < MOST_BYTES, () -> "they have " + (files + texts) + " bytes");
    }

    private static int size(String path) {
        return Integer.parseInt(
                request().header("Accept-Encoding", "gzip").head(path).header("Content-Length"));
    }
}
