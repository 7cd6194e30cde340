package org.nestegg.statement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** The query parameters of imports. */
final class ImportFilter {

    /** Which imports a list has. */
    static final QueryParameter<ImportState> STATE = QueryParameter.choice(
            "state", "Only those in a state", "ImportState", ImportState.values(), ImportState::code);

    static final QueryParameter<UUID> ACCOUNT = QueryParameter.id(
            "accountId", "The account that it goes to; if left out, the one that has the number that the file names");
    static final QueryParameter<StatementFormat> FORMAT = QueryParameter.choice(
            "format",
            "The format; if left out, it is told by the content",
            "StatementFormat",
            StatementFormat.values(),
            StatementFormat::code);
    static final QueryParameter<String> FILE_NAME = QueryParameter.text(
            "fileName", "What you call the file; if left out, as the upload calls it", ReceivedFile.MAX_NAME);

    /** What is said of a file that is sent. */
    static final List<QueryParameter<?>> OF_FILES = List.of(ACCOUNT, FORMAT, FILE_NAME);

    private static final QueryParameter<Decision> DECISION = QueryParameter.choice(
            "decision", "Only rows that are to become something", "Decision", Decision.values(), Decision::code);
    private static final QueryParameter<Reason> REASON =
            QueryParameter.choice("reason", "Only rows of a reason", "Reason", Reason.values(), Reason::code);

    /** Which rows of a plan a list has. */
    static final List<QueryParameter<?>> OF_ROWS = List.of(DECISION, REASON);

    /** What is to stay where an import is undone. */
    static final QueryParameter<Keep> KEEP = QueryParameter.choice(
            "keep",
            "changed: what was changed since stays as it is, and the rest is undone",
            "Keep",
            Keep.values(),
            Keep::code);

    private ImportFilter() {}

    /** What is to stay. */
    enum Keep {
        CHANGED;

        String code() {
            return "changed";
        }
    }

    /** The conditions of a list of rows, in SQL. */
    static Criteria rows(QueryReader query) {
        Optional<String> decision = query.get(DECISION).map(Decision::code);
        Optional<String> reason = query.get(REASON).map(Reason::code);
        return Criteria.ofAll()
                .and("decision = :decision", "decision", decision)
                .and("reason = :reason", "reason", reason);
    }

    /** Has a page of rows begin after one. */
    static Criteria after(Criteria criteria, List<String> key) {
        return criteria.and("row > :after", "after", key.stream().findFirst().map(Integer::valueOf));
    }
}
