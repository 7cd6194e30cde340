package org.nestegg.change;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What looking back and undoing can be refused for. */
public enum ChangeProblem implements ProblemCode {
    ALREADY_UNDONE(409, "change_undoes_key"),
    NO_LONGER_KEPT(410),
    UNDO_CONFLICT(409);

    static final Texts TEXTS = new Texts(ChangeProblem.class);

    private final int status;
    private final Set<String> constraints;

    ChangeProblem(int status, String... constraints) {
        this.status = status;
        this.constraints = Set.of(constraints);
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
        return constraints;
    }
}
