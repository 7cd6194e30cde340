package org.nestegg.overview;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.nestegg.support.PackagedSurroundings;

/** The same against the packaged application. */
@QuarkusIntegrationTest
@WithTestResource(PackagedSurroundings.class)
class OverviewIT extends OverviewTest {}
