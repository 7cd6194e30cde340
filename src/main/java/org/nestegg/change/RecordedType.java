package org.nestegg.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of object that is remembered. Every bean of this type takes part. Its table has {@code user_id} and {@code id} as primary
 * key, {@code version}, {@code created_seq}, and the triggers that remember it.
 *
 * @param name as callers know it: a singular path segment
 * @param position where it stands among the kinds: what others refer to comes before them
 * @param columns what of a row can change
 * @param derived what of a row triggers keep, numbers all; a change of these alone is none
 * @param references columns that name other objects of the same owner, with the kind of those
 * @param handed columns that are unique where they are not null, and that one change may take from an object and give to another
 * @param twin the SQL condition under which a row {@code t} keeps a row {@code r} from being there too
 * @param views shows objects as they were
 * @param check what is to hold of all objects of an owner, which no constraint holds; asked after an undo
 */
public record RecordedType(
        String name,
        String table,
        int position,
        List<String> columns,
        List<String> derived,
        Map<String, String> references,
        List<String> handed,
        Optional<String> twin,
        Views views,
        Check check) {

    /** Shows objects to their owner as they were, or would have been shown then. */
    @FunctionalInterface
    public interface Views {

        /** The views of some rows, by what they are the rows of. */
        Map<Version, ?> of(UUID owner, Map<Version, Row> rows);
    }

    /** What holds of all objects of an owner. */
    @FunctionalInterface
    public interface Check {

        /**
         * Checks it.
         *
         * @param written those that have been set back
         * @return those of them that cannot stay so
         * @throws org.nestegg.platform.problem.ProblemException with {@code limit-reached}
         */
        List<UUID> check(UUID owner, List<UUID> written);
    }

    /** One that refers to nothing, is never in the way of another, and may be as it likes. */
    public static RecordedType of(String name, String table, int position, Views views, String... columns) {
        return new RecordedType(
                name,
                table,
                position,
                List.of(columns),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                views,
                (_, _) -> List.of());
    }

    public RecordedType deriving(String... sums) {
        return new RecordedType(name, table, position, columns, List.of(sums), references, handed, twin, views, check);
    }

    public RecordedType referring(Map<String, String> columnsToNames) {
        return new RecordedType(name, table, position, columns, derived, columnsToNames, handed, twin, views, check);
    }

    public RecordedType handing(String... unique) {
        return new RecordedType(
                name, table, position, columns, derived, references, List.of(unique), twin, views, check);
    }

    public RecordedType withTwin(String condition) {
        return new RecordedType(
                name, table, position, columns, derived, references, handed, Optional.of(condition), views, check);
    }

    public RecordedType checked(Check rule) {
        return new RecordedType(name, table, position, columns, derived, references, handed, twin, views, rule);
    }
}
