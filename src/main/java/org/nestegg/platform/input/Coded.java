package org.nestegg.platform.input;

/** A constant that is written in JSON and in the database by a name of its own. */
public interface Coded {

    /** The stable name, such as {@code income}. */
    String code();
}
