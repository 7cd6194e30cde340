package org.nestegg.platform.security;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;
import org.nestegg.platform.operation.Command;

/**
 * The keys of access tokens, from a folder that may change while the service runs: the last by file name signs, all
 * verify. Rotation is adding a file and, once the tokens of the old key have run out, removing the old one.
 */
@Singleton
public class TokenKeys {

    private static final Logger LOG = Logger.getLogger(TokenKeys.class);

    /** Live reload replaces every class; the key of a dev or test run is kept where it survives that. */
    private static final String EPHEMERAL_KEY = "nestegg.ephemeral-token-key";

    private static final long RELOAD_AT_MOST_EVERY = Duration.ofSeconds(1).toNanos();

    private final Optional<Path> folder;
    private volatile List<TokenKey> keys;
    private volatile long loadedAt;

    TokenKeys(TokenConfig config) {
        folder = config.keysDir();
        if (folder.isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
            throw new ConfigurationException(
                    "Nestegg has no keys to sign tokens with: set NESTEGG_TOKEN_KEYS_DIR to a folder of *.pem private keys");
        }
        try {
            load();
        } catch (IOException e) {
            throw new ConfigurationException("Nestegg cannot start: " + e.getMessage());
        }
    }

    /** Whoever serves needs keys, and says so before anything else happens. */
    static void load(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            @ConfigProperty(name = Command.PROPERTY) Command command,
            Instance<TokenKeys> keys) {
        if (command == Command.SERVE) {
            keys.get();
        }
    }

    /** The key that signs new tokens. */
    public TokenKey signing() {
        return keys.getLast();
    }

    /** The key of an id. One that is not known yet may have been added a moment ago by whoever signed with it. */
    public Optional<TokenKey> find(String id) {
        Optional<TokenKey> known = findLoaded(id);
        if (known.isEmpty() && System.nanoTime() - loadedAt > RELOAD_AT_MOST_EVERY) {
            reload();
            return findLoaded(id);
        }
        return known;
    }

    /** All keys, the newest first. */
    public List<TokenKey> all() {
        return keys.reversed();
    }

    /** The public halves of all keys, as a JSON Web Key Set (RFC 7517). */
    public String toJwks() {
        return new JsonWebKeySet(all().stream().map(TokenKey::toJwk).toList()).toJson();
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reload() {
        try {
            load();
        } catch (IOException e) {
            LOG.warnf("Keeping the token keys as they were: %s", e.getMessage());
        }
    }

    private Optional<TokenKey> findLoaded(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findAny();
    }

    private synchronized void load() throws IOException {
        keys = folder.isPresent() ? read(folder.get()) : List.of(ephemeral());
        loadedAt = System.nanoTime();
    }

    private static List<TokenKey> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder of token keys, " + folder + ", does not exist");
        }
        List<TokenKey> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".pem")).sorted().toList()) {
                found.add(TokenKey.ofPem(Files.readString(file)));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("a *.pem file in " + folder + " is " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new IOException("the folder of token keys, " + folder + ", has no *.pem file");
        }
        return List.copyOf(found);
    }

    private static TokenKey ephemeral() throws IOException {
        try {
            String encoded = System.getProperty(EPHEMERAL_KEY);
            if (encoded == null) {
                KeyPairGenerator pair = KeyPairGenerator.getInstance("EC");
                pair.initialize(256);
                encoded = Base64.getEncoder()
                        .encodeToString(pair.generateKeyPair().getPrivate().getEncoded());
                System.setProperty(EPHEMERAL_KEY, encoded);
            }
            return TokenKey.ofPkcs8(Base64.getDecoder().decode(encoded));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
