package org.nestegg.platform.problem;

import java.util.Locale;
import org.nestegg.platform.language.Worded;

/** What is wrong with an {@code Authorization} header, as the detail of {@link CommonProblem#INVALID_TOKEN} says. */
public enum CredentialFault implements Worded {
    /** {@code Basic}, but not with a token as user name and an empty password. */
    BASIC,

    /** No scheme, one that is not taken, or nothing behind it. */
    SCHEME,

    /** The token itself. */
    TOKEN;

    @Override
    public String in(Locale language) {
        return CommonProblem.TEXTS.get(language, "credentials." + name().toLowerCase(Locale.ROOT));
    }
}
