package org.nestegg.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that are guessed first, of those that are long enough: from the lists of leaked passwords that the
 * strength estimator zxcvbn uses (MIT), with plain repeats and sequences added.
 */
final class CommonPasswords {

    private static final String RESOURCE = "common-passwords.txt";

    private CommonPasswords() {}

    static boolean contains(String password) {
        return List.PASSWORDS.contains(password.toLowerCase(Locale.ROOT));
    }

    /** Read when it is first needed. */
    private static final class List {

        static final Set<String> PASSWORDS = read();

        private static Set<String> read() {
            try (var reader = new BufferedReader(new InputStreamReader(
                    CommonPasswords.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
                return reader.lines().collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
