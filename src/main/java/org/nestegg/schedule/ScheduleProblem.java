package org.nestegg.schedule;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What schedules can be refused for. */
public enum ScheduleProblem implements ProblemCode {
    /** An occurrence that has been posted is not skipped or restored. */
    OCCURRENCE_POSTED(409),

    /** What would be posted lies in an account that is no longer there, or is in another currency now. */
    SCHEDULE_ACCOUNT_GONE(409);

    static final Texts TEXTS = new Texts(ScheduleProblem.class);

    private final int status;

    ScheduleProblem(int status) {
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
}
