package org.nestegg.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that a test may stop, start again with its data, and freeze. */
public final class OwnDatabase implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;
    private final int port;

    public OwnDatabase() {
        try {
            data = Files.createTempDirectory("own-database").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = launch(0);
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** A look into it past the service. */
    public Sql sql() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url());
        database.setUser("postgres");
        return new Sql(database);
    }

    /** Returns when it accepts connections. */
    public void start() {
        launch(port);
    }

    /** As an operator stops it: connections are ended, transactions are rolled back. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It keeps its connections and says nothing more. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        stop();
    }

    private int launch(int wanted) {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(wanted)
                    .setDataDirectory(data.toFile())
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<String> pids = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .map(process -> Long.toString(process.pid()))
                    .toList();
            Process kill = new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + name), pids.stream())
                            .toList())
                    .inheritIO()
                    .start();
            if (!kill.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("kill does not end");
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
