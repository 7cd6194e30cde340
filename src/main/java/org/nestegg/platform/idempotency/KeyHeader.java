package org.nestegg.platform.idempotency;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** The {@code Idempotency-Key} header: a string (RFC 9651, section 3.3.3), whose quotes may be left out. */
public final class KeyHeader {

    private static final String NAME = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-~][ -~]*");

    private KeyHeader() {}

    /** Whether a request has any. */
    public static boolean isIn(MultiMap headers) {
        return headers.contains(NAME);
    }

    /**
     * The key, if there is one.
     *
     * @throws ProblemException with {@code invalid-idempotency-key}
     */
    static Optional<String> read(MultiMap headers) {
        List<String> fields = headers.getAll(NAME);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(fields.getFirst().strip())
                .filter(_ -> fields.size() == 1)
                .flatMap(KeyHeader::parse)
                .filter(key -> !key.isEmpty() && key.length() <= MAX_LENGTH)
                .or(() -> {
                    throw new ProblemException(CommonProblem.INVALID_IDEMPOTENCY_KEY);
                });
    }

    private static Optional<String> parse(String field) {
        Matcher quoted = QUOTED.matcher(field);
        if (quoted.matches()) {
            return Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return Optional.of(field).filter(key -> BARE.matcher(key).matches());
    }
}
