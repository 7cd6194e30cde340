package org.nestegg.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The path of a request as a relative reference (RFC 3986, section 4.2), whatever was asked for. */
public final class PathReference {

    /** What may not stand in a path: neither unreserved nor reserved there, nor encoded. */
    private static final Pattern OTHER = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\\-._~!$&'()*+,;=:@/%]");

    private PathReference() {}

    /**
     * The reference.
     *
     * @param path the path as it was received, or null if there is none
     */
    public static String of(String path) {
        if (path == null || !path.startsWith("/")) {
            return "/";
        }
        String encoded = OTHER.matcher(path).replaceAll(match -> encode(match.group()));
        // Two slashes would be a host's.
        return encoded.startsWith("//") ? "/." + encoded : encoded;
    }

    private static String encode(String character) {
        StringBuilder encoded = new StringBuilder();
        // As it is received, a character stands for one octet.
        for (byte octet : character.getBytes(StandardCharsets.ISO_8859_1)) {
            encoded.append("%%%02X".formatted(octet & 0xFF));
        }
        return encoded.toString();
    }
}
