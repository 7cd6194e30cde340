package org.nestegg.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.nestegg.platform.security.TestKeys;

/** What the packaged application needs around it: a database and keys. A service that is already up has its own. */
public class PackagedSurroundings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        if (System.getProperty("quarkus.http.test-host") != null) {
            return Map.of();
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                EmbeddedDatabase.start(Optional.empty()),
                "nestegg.token.keys-dir",
                keys().toString(),
                "nestegg.bootstrap.admin.email",
                Person.ADMIN,
                "nestegg.bootstrap.admin.password",
                Person.ADMIN_PASSWORD,
                // The tests are one busy source.
                "nestegg.limits.enabled",
                "false",
                // As in the other tests' configuration.
                "quarkus.datasource.jdbc.acquisition-timeout",
                "5s",
                "nestegg.password-hash.memory",
                "64",
                "nestegg.password-hash.passes",
                "1",
                // No balancer needs to notice.
                "quarkus.shutdown.delay",
                "0s");
    }

    /** A folder with one key, of the kind that docs/configuration.md makes. */
    public static Path keys() {
        try {
            Path folder = Files.createTempDirectory("nestegg-keys");
            TestKeys.write(folder, "1.pem", TestKeys.generate("EC", 256));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the database stops with the tests
    }
}
