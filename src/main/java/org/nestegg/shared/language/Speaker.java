package org.nestegg.shared.language;

import java.security.Principal;

/** A caller whose language is known. */
public interface Speaker extends Principal {

    /** A BCP 47 language tag. */
    String locale();
}
