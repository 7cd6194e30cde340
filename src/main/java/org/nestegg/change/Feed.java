package org.nestegg.change;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nestegg.platform.problem.ProblemException;

/** A user's changes, one after the other. */
@Singleton
class Feed {

    /** So many are looked at for those that are asked for: what is rare is found in several pages. */
    private static final int WINDOW = 500;

    private final Items items;

    Feed(Items items) {
        this.items = items;
    }

    /**
     * Some changes.
     *
     * @param next the seq to go on after, or null if nothing more has been there
     * @param latest the newest seq
     * @param isReset whether what was asked for is not known any more
     */
    record Part(List<ChangeView> changes, Long next, long latest, boolean isReset) {}

    /**
     * The first changes after one, or after what is no longer kept, within a transaction.
     *
     * @throws ProblemException with {@code no-longer-kept} if what came after is not known whole
     */
    Part after(UUID owner, ChangeFilter filter, int most) {
        Change.Kept kept = Change.kept(owner);
        if (filter.after().filter(after -> !kept.knowsStateAfter(after)).isPresent()) {
            throw new ProblemException(ChangeProblem.NO_LONGER_KEPT);
        }
        return after(owner, filter, most, kept);
    }

    /** The same, but with nothing but the newest seq where what came after is not known whole, or is yet to come. */
    Part afterOrReset(UUID owner, ChangeFilter filter, int most) {
        Change.Kept kept = Change.kept(owner);
        return filter.after()
                        .filter(after -> !kept.knowsStateAfter(after) || after > kept.latest())
                        .isPresent()
                ? new Part(List.of(), null, kept.latest(), true)
                : after(owner, filter, most, kept);
    }

    private Part after(UUID owner, ChangeFilter filter, int most, Change.Kept kept) {
        long after = filter.after().orElse(kept.oldest() - 1);
        int window = filter.isAny() ? most + 1 : WINDOW;
        List<Change> looked = Change.between(owner, after, kept.latest() + 1, window);
        boolean isWhole =
                looked.isEmpty() ? after >= kept.latest() : looked.getFirst().id.seq() == after + 1;
        if (!isWhole) {
            throw new ProblemException(ChangeProblem.NO_LONGER_KEPT); // forgotten just now
        }
        List<Change> found = filter.among(owner, looked, items);
        Long next = null;
        if (found.size() > most) {
            found = found.subList(0, most);
            next = found.getLast().id.seq();
        } else if (looked.size() == WINDOW) {
            next = looked.getLast().id.seq();
        }
        return new Part(views(owner, found), next, kept.latest(), false);
    }

    /** Changes as they are shown. */
    List<ChangeView> views(UUID owner, List<Change> changes) {
        List<Long> seqs = changes.stream().map(change -> change.id.seq()).toList();
        Map<Long, Items.Listed> listed = items.first(owner, seqs);
        Map<Long, Long> undoing = seqs.isEmpty() ? Map.of() : Change.undoing(owner, seqs);
        return changes.stream()
                .map(change -> ChangeView.of(
                        change, listed.getOrDefault(change.id.seq(), Items.Listed.NONE), undoing.get(change.id.seq())))
                .toList();
    }
}
