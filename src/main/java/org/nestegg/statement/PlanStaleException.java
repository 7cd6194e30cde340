package org.nestegg.statement;

import org.nestegg.platform.problem.ProblemException;

/** A plan no longer holds, and has been made anew: what refuses to apply it keeps that. */
final class PlanStaleException extends ProblemException {

    private static final long serialVersionUID = 1L;

    PlanStaleException() {
        super(StatementProblem.PLAN_STALE);
    }
}
