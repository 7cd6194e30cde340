package org.nestegg.platform.language;

import java.security.Principal;

/** A caller whose language is known. */
public interface LocalizedPrincipal extends Principal {

    /** A BCP 47 language tag. */
    String locale();
}
