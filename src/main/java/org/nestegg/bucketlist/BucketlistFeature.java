package org.nestegg.bucketlist;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemSet;

/** What bucket lists add to the service: problems, an entry point, and what an account leaves. */
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
}
