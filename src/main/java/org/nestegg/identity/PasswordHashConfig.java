package org.nestegg.identity;

import io.smallrye.config.ConfigMapping;

/** What a password hash costs, in Argon2id's terms (RFC 9106). Hashes that are there keep the cost that they were made at. */
@ConfigMapping(prefix = "nestegg.password-hash")
interface PasswordHashConfig {

    /** How much memory, in KiB. */
    int memory();

    /** How many passes over it. */
    int passes();
}
