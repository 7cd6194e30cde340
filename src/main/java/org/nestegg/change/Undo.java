package org.nestegg.change;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.nestegg.platform.problem.ProblemException;

/**
 * Undoes a change by another one: what it created is deleted, what it deleted is there again, what it changed is as it was, all or
 * nothing, each by a few statements for each kind of object. It is refused where an object is no longer as the change has left it,
 * or where something else is in the way.
 */
@Singleton
class Undo {

    private final RecordedTypes types;
    private final Items items;
    private final List<AfterUndo> followers;

    Undo(RecordedTypes types, Items items, @All List<AfterUndo> followers) {
        this.types = types;
        this.items = items;
        this.followers = followers;
    }

    /**
     * Undoes one of the owner's changes by the change that the transaction makes.
     *
     * @return the change that undoes it
     * @throws ProblemException with {@code not-found}, {@code already-undone}, {@code no-longer-kept}, {@code undo-conflict}, or
     *     {@code limit-reached}
     */
    Change undo(UUID owner, long seq) {
        Recording recording = Recording.current().orElseThrow();
        if (seq >= recording.seq()) {
            throw ProblemException.notFound();
        }
        Change undone = Change.locked(owner, seq)
                .orElseThrow(() -> new ProblemException(ChangeProblem.NO_LONGER_KEPT.with(409)));
        if (!Change.undoing(owner, List.of(seq)).isEmpty()) {
            throw new ProblemException(ChangeProblem.ALREADY_UNDONE);
        }
        Recording.touch();
        Change.undoes(owner, recording.seq(), seq);
        Undoing undoing = new Undoing(types, items, owner, seq, recording.seq());
        undoing.run();
        String kind = undone.firstKind();
        List<UUID> gone = undoing.all(ItemOp.CREATED);
        List<UUID> back = undoing.all(ItemOp.DELETED);
        followers.forEach(follower -> follower.undone(owner, kind, gone, back));
        return Change.of(owner, recording.seq()).orElseThrow();
    }
}
