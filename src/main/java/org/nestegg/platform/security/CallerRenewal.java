package org.nestegg.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Collection;

/** Looks up again, many at once, who is known and keeps asking, before their time is over: none of their requests waits for it. */
public interface CallerRenewal {

    /** Whether callers of this kind are looked up so. */
    boolean concerns(SecurityIdentity caller);

    /** Those of the callers of whom everything is as it was. */
    Collection<SecurityIdentity> unchanged(Collection<SecurityIdentity> callers);
}
