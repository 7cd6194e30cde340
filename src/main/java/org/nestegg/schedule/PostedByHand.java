package org.nestegg.schedule;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.nestegg.change.AfterUndo;
import org.nestegg.identity.User;

/**
 * Where somebody has posted an occurrence and undoes that, it is as it was before. What was posted by itself is skipped then: it would
 * be posted again at once. Whatever brings a transaction back, its occurrence is posted again.
 */
@Singleton
class PostedByHand implements AfterUndo {

    /** The kind of change by which somebody posts an occurrence. */
    static final String KIND = "postOccurrence";

    @Override
    public void undone(UUID owner, String kind, List<UUID> gone, List<UUID> back) {
        Posted.redo(owner, back);
        if (kind.equals(KIND)) {
            LocalDate today = User.today(owner);
            Schedule.all(owner, new HashSet<>(Posted.undo(owner, gone)))
                    .values()
                    .forEach(schedule -> schedule.plan(today));
        }
    }
}
