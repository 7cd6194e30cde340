package org.nestegg.platform.problem;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every problem that is answered with, gathered from all rooms. */
@Singleton
public class ProblemCatalog {

    /** How the foreign key is called that every table of a user's has: the account was deleted while the request ran. */
    private static final String OWNER_GONE = "_user_id_fkey";

    private final List<ProblemSet> sets;
    private final Map<String, ProblemCode> byCode;
    private final Map<String, ProblemCode> byConstraint = new HashMap<>();

    ProblemCatalog(@All List<ProblemSet> sets) {
        this.sets = sets.stream()
                .sorted(Comparator.comparingInt(ProblemSet::position))
                .toList();
        byCode = codes().stream().collect(Collectors.toMap(ProblemCode::code, Function.identity()));
        codes().forEach(code -> code.constraints().forEach(constraint -> add(constraint, code)));
        sets.forEach(set -> set.constraints().forEach(this::add));
    }

    @Produces
    @Singleton
    static ProblemSet common() {
        return new ProblemSet(0, List.of(CommonProblem.values()), List.of(CommonFieldError.values()), List.of());
    }

    private void add(String constraint, ProblemCode code) {
        if (byConstraint.put(constraint, code) != null) {
            throw new IllegalStateException("two problems for the constraint " + constraint);
        }
    }

    /** All of them. */
    public List<ProblemCode> codes() {
        return sets.stream().flatMap(set -> set.codes().stream()).toList();
    }

    /** Everything that can be wrong with single fields. */
    public List<FieldErrorCode> fieldErrors() {
        return sets.stream().flatMap(set -> set.fieldErrors().stream()).toList();
    }

    /** How many there can be of what. */
    public List<Limit> limits() {
        return sets.stream().flatMap(set -> set.limits().stream()).toList();
    }

    /** The problem of a kebab-case code. */
    public Optional<ProblemCode> ofCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The problem that a breach of the named database constraint is, if it is one that callers can cause. */
    Optional<ProblemCode> ofConstraint(String constraint) {
        return Optional.ofNullable(byConstraint.get(constraint))
                .or(() -> Optional.of(CommonProblem.INVALID_TOKEN)
                        .filter(_ -> constraint != null && constraint.endsWith(OWNER_GONE))
                        .map(ProblemCode.class::cast));
    }

    /** What happened, where nothing special is spoken of. */
    String detail(ProblemCode code, Locale language) {
        return code == CommonProblem.LIMIT_REACHED
                ? code.detail(
                        language,
                        limits().stream().map(limit -> limit.in(language)).collect(Collectors.joining(", ")))
                : code.detail(language);
    }
}
