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
 * be posted again at once.
 */
@Singleton
class PostedByHand implements AfterUndo {

    @Override
    public void undone(UUID owner, String kind, List<UUID> created) {
        if (kind.equals("postOccurrence")) {
            LocalDate today =
                    User.of(owner).map(user -> LocalDate.now(user.zone())).orElseThrow();
            Schedule.all(owner, new HashSet<>(Posted.undo(owner, created)))
                    .values()
                    .forEach(schedule -> schedule.plan(today));
        }
    }
}
