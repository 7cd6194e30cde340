package org.nestegg.statement;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What imports can be refused for. */
public enum StatementProblem implements ProblemCode {
    FILE_FORGOTTEN(410),
    IMPORT_APPLIED(409),
    IMPORT_CHANGED(409),
    IMPORT_NOT_APPLIED(409),
    IMPORT_UNDONE(409),
    PLAN_INCOMPLETE(409),
    PLAN_STALE(409),
    TOO_MANY_ROWS(422),
    UNKNOWN_FORMAT(422),
    UNREADABLE_FILE(422);

    static final Texts TEXTS = new Texts(StatementProblem.class);

    private final int status;

    StatementProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public Set<String> constraints() {
        return Set.of();
    }
}
