package org.nestegg.platform.problem;

import java.util.Locale;
import java.util.Set;
import org.nestegg.platform.language.Texts;

/**
 * A problem that is answered with: a constant of an enum, of which each room has its own. Its {@link #code()} is stable and
 * part of the contract; title, detail and remedy are among the room's {@link Texts}.
 */
public interface ProblemCode {

    /** The constant's name, such as {@code EMAIL_TAKEN}. */
    String name();

    /** The HTTP status that the problem is answered with. */
    int status();

    /** The texts of the room that the problem belongs to. */
    Texts texts();

    /** The database constraints whose breach is this problem. */
    default Set<String> constraints() {
        return Set.of();
    }

    /** The stable name in kebab-case, such as {@code email-taken}. */
    default String code() {
        return Kebab.of(name());
    }

    /** The {@code type} member (RFC 9457): a relative reference to the page that explains the code. */
    default String type() {
        return "/problems/" + code();
    }

    /** The same problem, answered with another status. */
    default ProblemCode with(int status) {
        ProblemCode same = this;
        return new ProblemCode() {
            @Override
            public String name() {
                return same.name();
            }

            @Override
            public int status() {
                return status;
            }

            @Override
            public Texts texts() {
                return same.texts();
            }
        };
    }

    /** What kind of problem it is, in a few words. */
    default String title(Locale language) {
        return texts().get(language, code() + ".title");
    }

    /**
     * What happened.
     *
     * @param arguments what the text names, such as a {@link Limit}; if nothing, it speaks of the problem in general
     */
    default String detail(Locale language, Object... arguments) {
        return texts().get(language, code() + ".detail", arguments);
    }

    /** What the caller can do about it. */
    default String remedy(Locale language) {
        return texts().get(language, code() + ".remedy");
    }
}
