package org.nestegg.change;

import java.util.UUID;

/** An object as it was just after a change of its owner's. */
public record Version(long seq, UUID id) {}
