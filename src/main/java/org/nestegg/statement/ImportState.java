package org.nestegg.statement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.Coded;

/** What has become of an import, and whether anything is left open, as callers see it. */
@Schema(enumeration = {"needs-layout", "ready", "applied", "undone"})
public enum ImportState implements Coded {
    NEEDS_LAYOUT("needs-layout", ImportStage.PLANNED),
    READY("ready", ImportStage.PLANNED),
    APPLIED("applied", ImportStage.APPLIED),
    UNDONE("undone", ImportStage.UNDONE);

    private final String code;
    private final ImportStage stage;

    ImportState(String code, ImportStage stage) {
        this.code = code;
        this.stage = stage;
    }

    @Override
    public String code() {
        return code;
    }

    /** Adds the condition on an import {@code i} with its plan {@code p}, in HQL. */
    void on(Criteria criteria) {
        criteria.and("i.stage = :stage", "stage", stage);
        if (stage == ImportStage.PLANNED) {
            criteria.and("p.complete = :complete", "complete", this == READY);
        }
    }

    static ImportState of(ImportStage stage, boolean complete) {
        return switch (stage) {
            case PLANNED -> complete ? READY : NEEDS_LAYOUT;
            case APPLIED -> APPLIED;
            case UNDONE -> UNDONE;
        };
    }
}
