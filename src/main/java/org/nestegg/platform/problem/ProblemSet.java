package org.nestegg.platform.problem;

import java.util.List;
import java.util.Map;

/**
 * What a room can refuse, and how. Every bean of this type is part of the {@link ProblemCatalog}.
 *
 * @param position where the room stands among others; the lowest comes first
 * @param codes the room's own problems
 * @param fieldErrors the room's own errors of fields
 * @param limits how many there can be of what the room keeps
 * @param constraints database constraints of the room by name, with the problems of other rooms that their breach is
 */
public record ProblemSet(
        int position,
        List<ProblemCode> codes,
        List<FieldErrorCode> fieldErrors,
        List<Limit> limits,
        Map<String, ProblemCode> constraints) {

    /** Without constraints but those that the codes name. */
    public ProblemSet(int position, List<ProblemCode> codes, List<FieldErrorCode> fieldErrors, List<Limit> limits) {
        this(position, codes, fieldErrors, limits, Map.of());
    }
}
