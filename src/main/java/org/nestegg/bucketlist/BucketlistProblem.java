package org.nestegg.bucketlist;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What bucket lists and their items can be refused for. */
public enum BucketlistProblem implements ProblemCode {
    ALREADY_PROMOTED(409),
    BUCKETLIST_NAME_TAKEN(409, "bucketlist_name_key");

    static final Texts TEXTS = new Texts(BucketlistProblem.class);

    private final int status;
    private final Set<String> constraints;

    BucketlistProblem(int status, String... constraints) {
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
