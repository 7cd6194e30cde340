package org.nestegg.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Key pairs and key folders for tests. */
public final class TestKeys {

    private TestKeys() {}

    public static PrivateKey generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    public static void write(Path folder, String name, PrivateKey key) {
        try {
            Files.writeString(folder.resolve(name), pem(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TokenConfig config(Path folder) {
        return new TokenConfig() {
            @Override
            public Optional<Path> keysDir() {
                return Optional.of(folder);
            }

            @Override
            public String issuer() {
                return "nestegg";
            }

            @Override
            public String audience() {
                return "nestegg";
            }

            @Override
            public Duration accessTtl() {
                return Duration.ofMinutes(15);
            }

            @Override
            public Duration refreshTtl() {
                return Duration.ofDays(30);
            }
        };
    }

    public static TokenKeys keys(Path folder) {
        return new TokenKeys(config(folder));
    }

    /** Secrets under a key of their own. */
    public static Secrets secrets() {
        try {
            Path folder = Files.createTempDirectory("keys");
            write(folder, "key.pem", generate("EC", 256));
            return new Secrets(new TokenKeys(config(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
