package org.nestegg.platform.page;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.nestegg.platform.security.Secrets;

/**
 * Makes cursors and opens them. A cursor is a sort key with a message authentication code over the key and what it is
 * good for; so one that was made up, altered, or carried to another list, filter or user does not open.
 */
@Singleton
class Cursors {

    private static final String PURPOSE = "cursor";
    private static final int MAC_BYTES = 16;
    private static final char SEPARATOR = '\n'; // no key holds one: text is free of control characters

    private final Secrets secrets;

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(List<String> key, String context) {
        byte[] payload = String.join(String.valueOf(SEPARATOR), key).getBytes(StandardCharsets.UTF_8);
        byte[] mac = mac(secrets.newest(PURPOSE), payload, context);
        return encode(ByteBuffer.allocate(MAC_BYTES + payload.length)
                .put(mac)
                .put(payload)
                .array());
    }

    Optional<List<String>> open(String cursor, String context) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        // The decoder ignores spare bits in the last character: only the one true spelling counts.
        if (bytes.length <= MAC_BYTES || !encode(bytes).equals(cursor)) {
            return Optional.empty();
        }
        byte[] mac = Arrays.copyOf(bytes, MAC_BYTES);
        byte[] payload = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        return secrets.all(PURPOSE).anyMatch(m -> MessageDigest.isEqual(mac, mac(m, payload, context)))
                ? Optional.of(Stream.of(new String(payload, StandardCharsets.UTF_8).split("\n", -1))
                        .toList())
                : Optional.empty();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(Mac mac, byte[] payload, String context) {
        mac.update(context.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) SEPARATOR);
        return Arrays.copyOf(mac.doFinal(payload), MAC_BYTES);
    }
}
