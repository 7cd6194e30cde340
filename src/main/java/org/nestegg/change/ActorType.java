package org.nestegg.change;

import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What kind of actor makes changes. */
@Schema(enumeration = {"session", "token", "schedule", "service"})
public enum ActorType implements Coded {
    /** A person, signed in. */
    SESSION("session"),

    /** A script or an app, by a personal token. */
    TOKEN("token"),

    /** What comes again by itself. */
    SCHEDULE("schedule"),

    /** The service: a migration, or a command. */
    SERVICE("service");

    @EnumeratedValue
    final String code;

    ActorType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
