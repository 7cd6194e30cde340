package org.nestegg.platform.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Starts the embedded PostgreSQL in dev and test where no database is configured, and configures it. */
public final class EmbeddedDatabaseConfig implements ConfigSourceFactory {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Path DATA = Path.of(".nestegg", "postgres").toAbsolutePath();
    private static final int ORDINAL = 200; // below environment and system properties

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        List<String> profiles = context.getProfiles();
        boolean dev = profiles.contains("dev");
        if (!dev && !profiles.contains("test") || context.getValue(URL).getValue() != null) {
            return List.of();
        }
        String url = EmbeddedDatabase.start(dev ? Optional.of(DATA) : Optional.empty());
        return List.of(new PropertiesConfigSource(Map.of(URL, url), "embedded PostgreSQL", ORDINAL));
    }
}
