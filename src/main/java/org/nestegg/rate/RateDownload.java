package org.nestegg.rate;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.nestegg.platform.operation.BusinessMetrics;

/**
 * Loads the rates of an address once a day, if there is one: shortly after the first start, and from then on after the hour by which
 * the European Central Bank has published them. One replica does it; what has failed is tried again an hour later.
 */
@Startup
@Singleton
class RateDownload {

    private static final Logger LOG = Logger.getLogger(RateDownload.class);

    /** At 16:00 in Frankfurt, or a little later. */
    private static final LocalTime PUBLISHED = LocalTime.of(16, 0);

    private static final Duration AGAIN = Duration.ofMinutes(55);
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final long IN_ALL = Duration.ofMinutes(2).toNanos();
    private static final int MOST = 16 << 20;
    private static final int CHUNK = 64 << 10;
    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";

    private static final String CLAIM = """
            insert into rate_download as d (address, next_at) values (sha256(convert_to(:url, 'UTF8')), :next)
                on conflict (address) do update set next_at = excluded.next_at where d.next_at <= :now
            """;

    private static final String DONE =
            "update rate_download set next_at = :next where address = sha256(convert_to(:url, 'UTF8'))";

    private final Optional<String> url;

    RateDownload(@ConfigProperty(name = "nestegg.rates-url") Optional<String> url) {
        this.url = url;
        // So that a first failure is seen as one more.
        count(0, SUCCESS);
        count(0, FAILURE);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        url.ifPresent(this::loadIfDue);
    }

    /** Loads them, unless that has been done, or is being done by another replica. Nothing that fails ends anything else. */
    private void loadIfDue(String from) {
        try {
            Instant now = Instant.now();
            if (claim(from, now)) {
                LOG.infof("Loaded %s", ReferenceRates.load(new ByteArrayInputStream(fetch(from))));
                done(from, nextAfter(now));
                count(1, SUCCESS);
            }
        } catch (IOException | RuntimeException e) {
            count(1, FAILURE);
            LOG.warnf("The exchange rates of NESTEGG_RATES_URL could not be loaded: %s", e.getMessage());
        }
    }

    private static void count(int more, String outcome) {
        BusinessMetrics.add(more, "nestegg.rates.downloads", "outcome", outcome);
    }

    private static boolean claim(String from, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                                .createNativeMutationQuery(CLAIM)
                                .setParameter("url", from)
                                .setParameter("next", now.plus(AGAIN))
                                .setParameter("now", now)
                                .executeUpdate()
                        == 1);
    }

    private static void done(String from, Instant next) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getSession()
                        .createNativeMutationQuery(DONE)
                        .setParameter("url", from)
                        .setParameter("next", next)
                        .executeUpdate());
    }

    static Instant nextAfter(Instant now) {
        OffsetDateTime today = now.atOffset(ZoneOffset.UTC).with(PUBLISHED);
        return (now.isBefore(today.toInstant()) ? today : today.plusDays(1)).toInstant();
    }

    /** What the address has, within a time and a size. Redirects are followed, but not to another protocol. */
    private static byte[] fetch(String from) throws IOException {
        long deadline = System.nanoTime() + IN_ALL;
        if (!(uri(from).toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("it is no address of HTTP");
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the answer was " + connection.getResponseCode());
            }
            try (InputStream body = connection.getInputStream()) {
                return read(body, deadline);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static URI uri(String from) throws IOException {
        try {
            return URI.create(from);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address", e);
        }
    }

    private static byte[] read(InputStream body, long deadline) throws IOException {
        InputStream bounded = new BoundedStream(body, MOST);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = bounded.read(chunk); read >= 0; read = bounded.read(chunk)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the answer has taken too long");
            }
            bytes.write(chunk, 0, read);
        }
        return bytes.toByteArray();
    }
}
