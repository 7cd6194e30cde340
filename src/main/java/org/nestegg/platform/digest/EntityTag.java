package org.nestegg.platform.digest;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, section 8.8.3) that are digests. */
public final class EntityTag {

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");
    private static final String ANY = "*";
    private static final int DIGEST_BYTES = 16;

    private EntityTag() {}

    /** The strong tag of what has a digest, in its quotes. */
    public static String ofDigest(byte[] sha256) {
        byte[] digest = Arrays.copyOf(sha256, DIGEST_BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    }

    /** Whether {@code If-Match} or {@code If-None-Match} names a strong tag: by weak comparison, or else by strong. */
    public static boolean isNamed(List<String> fields, String tag, boolean weakly) {
        return fields.stream()
                .anyMatch(field -> field.strip().equals(ANY)
                        || TAG.matcher(field)
                                .results()
                                .anyMatch(found -> (weakly || found.group(1) == null)
                                        && found.group(2).equals(tag)));
    }
}
