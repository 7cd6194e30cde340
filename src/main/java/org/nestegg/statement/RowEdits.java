package org.nestegg.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of a row by hand, by field. */
final class RowEdits {

    static final String DESCRIPTION = "description";
    static final String CATEGORY = "category";
    static final String TAGS = "tags";
    static final String NOTES = "notes";

    private RowEdits() {}

    /** Says something of a field of a row. */
    static void set(PlanRow row, String field, Object value) {
        row.edits = row.edits == null ? new LinkedHashMap<>() : row.edits;
        row.edits.put(field, value);
        apply(row);
    }

    /** Has a row say what was said of it. */
    static void apply(PlanRow row) {
        for (Map.Entry<String, Object> edit : row.edits.entrySet()) {
            switch (edit.getKey()) {
                case DESCRIPTION -> row.description = (String) edit.getValue();
                case CATEGORY -> row.category = (String) edit.getValue();
                case TAGS -> row.tags = texts(edit.getValue());
                case NOTES -> row.notes = (String) edit.getValue();
                default -> throw new IllegalStateException(edit.getKey());
            }
        }
    }

    private static List<String> texts(Object tags) {
        return tags == null
                ? List.of()
                : ((List<?>) tags).stream().map(Object::toString).toList();
    }
}
