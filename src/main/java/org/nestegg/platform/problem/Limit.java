package org.nestegg.platform.problem;

import java.util.Locale;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.language.Worded;

/**
 * How many of a kind a user can make: far more than anybody needs, and no more than one user may cost all others.
 *
 * @param name its name among the texts, such as {@code goals} of {@code limit.goals}
 * @param most how many there can be
 * @param texts those of the room that the kind belongs to
 */
public record Limit(String name, int most, Texts texts) implements Worded {

    /**
     * Checks that there may be one more; to be called where nobody else can make one meanwhile.
     *
     * @throws ProblemException with {@code limit-reached}
     */
    public void check(long there) {
        if (there >= most) {
            throw ProblemException.limitReached(this);
        }
    }

    /** Number and name for people, such as {@code 20,000 goals}. */
    @Override
    public String in(Locale language) {
        return texts.get(language, "limit." + name, most);
    }
}
