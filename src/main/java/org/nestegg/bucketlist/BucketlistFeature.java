package org.nestegg.bucketlist;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.operation.Invariant;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemSet;

/** What bucket lists add to the service: problems, an entry point, what an account leaves, and what holds. */
@Singleton
class BucketlistFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                15,
                List.of(BucketlistProblem.values()),
                List.of(),
                List.of(Bucketlist.LIMIT, BucketlistItem.LIMIT),
                Map.of(
                        "bucketlist_item_list_fkey", CommonProblem.NOT_FOUND,
                        "bucketlist_item_goal_fkey", CommonProblem.CHANGED_MEANWHILE));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(40).add("bucketlists", "/api/v1/bucketlists");
    }

    @Produces
    @Singleton
    RecordedType listHistory() {
        return BucketlistHistory.LIST;
    }

    @Produces
    @Singleton
    RecordedType itemHistory() {
        return BucketlistHistory.ITEM;
    }

    @Produces
    @Singleton
    OwnedRows items() {
        return new OwnedRows("bucketlist_item", "bucketlist_id, id", 20);
    }

    @Produces
    @Singleton
    OwnedRows lists() {
        return new OwnedRows("bucketlist", "id", 30);
    }

    /** Triggers keep an item and the goal that was made from it in step, see V4. */
    @Produces
    @Singleton
    Invariant itemsOfGoals() {
        return new Invariant("items-of-goals", """
                select i.user_id, 'bucketlist-item ' || i.id as object,
                        coalesce('done at ' || i.done_at, 'not done') as kept,
                        coalesce('goal done at ' || g.end_at, 'goal not done') as found
                    from bucketlist_item i join goal g on g.user_id = i.user_id and g.id = i.goal_id
                    where i.done_at is distinct from g.end_at
                """);
    }
}
