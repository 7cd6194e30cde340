package org.nestegg.platform.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 digests (FIPS 180-4), which every Java platform has. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of the parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = begin();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The digest of a text, as a key of maps. */
    public static String key(String text) {
        return new String(of(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    }

    /** A digest of what is yet to come. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
