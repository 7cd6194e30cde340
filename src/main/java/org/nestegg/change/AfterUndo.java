package org.nestegg.change;

import java.util.List;
import java.util.UUID;

/** What is to be done after a change was undone, beyond its objects. Every bean of this type is asked, within the same change. */
@FunctionalInterface
public interface AfterUndo {

    /**
     * Follows an undoing.
     *
     * @param kind what kind of change was undone; of an undoing, that of the change which was done in the first place
     * @param gone the objects of all kinds that it had created, and that are gone now
     * @param back those that it had deleted, and that are there again
     */
    void undone(UUID owner, String kind, List<UUID> gone, List<UUID> back);
}
