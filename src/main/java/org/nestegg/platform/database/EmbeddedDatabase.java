package org.nestegg.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL for dev and test, without Docker: the binaries come from Maven Central. Not in production. */
public final class EmbeddedDatabase {

    /** Live reload replaces every class; the address of the running server is kept where it survives that. */
    private static final String URL = "nestegg.embedded-database.url";

    private static final String URL_FORM = "jdbc:postgresql://localhost:%d/postgres?user=postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private EmbeddedDatabase() {}

    /**
     * Starts the server, once in the life of the process, and stops it at its end.
     *
     * @param data where the data lives on, or nothing for a fresh database that is removed at the end
     * @return the server's JDBC URL
     */
    public static synchronized String start(Optional<Path> data) {
        String url = System.getProperty(URL);
        if (url == null) {
            url = data.flatMap(EmbeddedDatabase::adopt).orElseGet(() -> launch(data));
            System.setProperty(URL, url);
        }
        return url;
    }

    private static String launch(Optional<Path> data) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP)
                // The same rules of case and order everywhere, whatever the locale of the machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("max_connections", "200");
        data.ifPresent(folder -> builder.setDataDirectory(folder.toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on"));
        try {
            return URL_FORM.formatted(builder.start().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    /** The server that a process which was killed has left running on the data, if it answers. */
    private static Optional<String> adopt(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.getFirst().strip());
            String url = URL_FORM.formatted(Integer.parseInt(lines.get(3).strip()));
            DriverManager.getConnection(url).close();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy)));
            return Optional.of(url);
        } catch (IOException | SQLException | IndexOutOfBoundsException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
