package org.nestegg.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A media range of {@code Accept} (RFC 9110, section 12.5.1). Parameters other than the weight are left out: none of our types
 * has any.
 *
 * @param type such as {@code text/*}, in lower case
 * @param weight from 0, which refuses it, to 1
 */
public record MediaRange(String type, double weight) {

    /** What a request accepts, as it says it; empty where it says nothing. */
    public static List<MediaRange> of(MultiMap headers) {
        return Arrays.stream(
                        String.join(",", headers.getAll(HttpHeaders.ACCEPT)).split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(MediaRange::parse)
                .toList();
    }

    /** How much a media type is wanted: as the most specific of the ranges says that match it, or else not. */
    public static double weight(List<MediaRange> ranges, String mediaType) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(MediaRange::specificity))
                .map(MediaRange::weight)
                .orElse(0.0);
    }

    private static MediaRange parse(String text) {
        String[] parts = text.split(";");
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.regionMatches(true, 0, "q", 0, 1)) {
                weight = weight(parameter.substring(1).strip(), weight);
            }
        }
        return new MediaRange(parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), weight);
    }

    private static double weight(String assignment, double otherwise) {
        if (!assignment.startsWith("=")) {
            return otherwise;
        }
        try {
            return Double.parseDouble(assignment.substring(1).strip());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private int specificity() {
        return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }

    boolean matches(String mediaType) {
        return switch (specificity()) {
            case 0 -> true;
            case 1 -> mediaType.startsWith(type.substring(0, type.length() - 1));
            default -> mediaType.equals(type);
        };
    }
}
