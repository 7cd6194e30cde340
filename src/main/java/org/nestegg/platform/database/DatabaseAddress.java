package org.nestegg.platform.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is, for the few connections that are not of the pool. */
@Singleton
class DatabaseAddress {

    private static final String ADDITIONAL = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    /** For requests; whoever else connects has their own. */
    private static final Set<String> LIMITS = Set.of("socketTimeout", "loginTimeout", "options");

    private final String url;
    private final Optional<String> username;
    private final Optional<String> password;
    private final Config config;

    DatabaseAddress(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            Config config) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.config = config;
    }

    /** For a log: parameters may hold a password. */
    String withoutParameters() {
        return url.replaceFirst("\\?.*", "");
    }

    PGSimpleDataSource toDataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        username.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(ADDITIONAL) && !LIMITS.contains(property.substring(ADDITIONAL.length()))) {
                set(source, property.substring(ADDITIONAL.length()), config.getValue(property, String.class));
            }
        }
        return source;
    }

    /** For somebody who only asks whether anybody is there, and waits for so many seconds. */
    PGSimpleDataSource toProbe(int seconds) {
        PGSimpleDataSource source = toDataSource();
        source.setLoginTimeout(seconds);
        source.setConnectTimeout(seconds);
        source.setSocketTimeout(seconds);
        return source;
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name.replace("\"", ""), value);
        } catch (SQLException e) {
            throw new ConfigurationException("The driver knows no property " + name);
        }
    }
}
