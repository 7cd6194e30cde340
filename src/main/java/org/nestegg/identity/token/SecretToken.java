package org.nestegg.identity.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.digest.Sha256;

/**
 * Tokens that say whose they are, so that they are found among that user's, and have 256 random bits, of which only a hash is
 * kept: what is random needs no salt and no slow hash.
 */
public final class SecretToken {

    private static final int OWNER_BYTES = 16;
    private static final int RANDOM_BYTES = 32;

    private SecretToken() {}

    public static String make(UUID owner) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(OWNER_BYTES + RANDOM_BYTES)
                        .putLong(owner.getMostSignificantBits())
                        .putLong(owner.getLeastSignificantBits())
                        .put(random)
                        .array());
    }

    /** Whose a token says it is; nothing if it does not say, as those that were made before they did. */
    public static Optional<UUID> owner(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return bytes.length == OWNER_BYTES + RANDOM_BYTES
                    ? Optional.of(new UUID(buffer.getLong(), buffer.getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The SHA-256 that a token is known by. */
    public static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
