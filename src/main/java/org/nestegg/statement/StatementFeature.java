package org.nestegg.statement;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.http.RouteGroup;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.problem.ProblemSet;

/** What imports add to the service: problems, entry points, large bodies, what an account leaves, and what is not kept for ever. */
@Singleton
class StatementFeature {

    /** What stands around a file in a form. */
    private static final int FORM = 64 * 1024;

    private static final Duration UPLOAD = Duration.ofMinutes(2);

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                22,
                List.of(StatementProblem.values()),
                List.of(StatementFieldError.values()),
                List.of(StatementImport.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(25).add("imports", "/api/v1/imports");
    }

    @Produces
    @Singleton
    RouteGroup uploads() {
        return RouteGroup.at("/api/v1/imports").withBody(ReceivedFile.MAX_BYTES + FORM, UPLOAD);
    }

    @Produces
    @Singleton
    RecordedType history(ImportHistory history) {
        return history.type();
    }

    @Produces
    @Singleton
    OwnedRows rows() {
        return new OwnedRows("statement_row", "import_id, row", 30);
    }

    @Produces
    @Singleton
    OwnedRows files() {
        return new OwnedRows("statement_file", "import_id, part", 31);
    }

    @Produces
    @Singleton
    Expiry unusedFiles() {
        return new Expiry("statement-files", StatementPlan::purgeFiles);
    }
}
