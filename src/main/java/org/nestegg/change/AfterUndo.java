package org.nestegg.change;

import java.util.List;
import java.util.UUID;

/** What is to be done after a change was undone, beyond its objects. Every bean of this type is asked, within the same change. */
@FunctionalInterface
public interface AfterUndo {

    /**
     * Follows an undoing.
     *
     * @param kind what kind of change was undone
     * @param created the objects of all kinds that it had created, and that are gone now
     */
    void undone(UUID owner, String kind, List<UUID> created);
}
