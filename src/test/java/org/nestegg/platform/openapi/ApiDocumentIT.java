package org.nestegg.platform.openapi;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.PackagedSurroundings;

/** The same against the packaged application. */
@QuarkusIntegrationTest
@WithTestResource(PackagedSurroundings.class)
class ApiDocumentIT extends ApiDocumentTest {

    /** While the service is developed, browsers keep nothing of these. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/docs/", "/api/docs/swagger-ui-bundle.js", "/api/docs/swagger-ui.css"})
    void theFilesOfThePageAreCompressedAndValidated(String path) throws IOException, InterruptedException {
        whatBrowsersLoadIsCompressedAndValidated(path);
    }
}
