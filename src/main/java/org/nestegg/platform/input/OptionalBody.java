package org.nestegg.platform.input;

/** An input all of whose fields may be left out, and with them the body itself. */
public interface OptionalBody {}
