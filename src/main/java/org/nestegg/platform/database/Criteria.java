package org.nestegg.platform.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The conditions of a query, most often on one owner's rows, gathered one by one; every value is a parameter. */
public final class Criteria {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private Criteria() {}

    public static Criteria ofOwner(UUID owner) {
        return new Criteria().and("owner = :owner", "owner", owner);
    }

    /** Of rows that have no owner. */
    public static Criteria ofAll() {
        return new Criteria().and("1 = 1");
    }

    public Criteria and(String condition) {
        conditions.add(condition);
        return this;
    }

    public Criteria and(String condition, String parameter, Object value) {
        parameters.put(parameter, value);
        return and(condition);
    }

    /** The condition, if there is a value for its parameter. */
    public Criteria and(String condition, String parameter, Optional<?> value) {
        value.ifPresent(v -> and(condition, parameter, v));
        return this;
    }

    /** The condition {@code field ilike :parameter}, escaped by {@code !}, for each field: one of them contains the text. */
    public Criteria andAnyContains(List<String> fields, String parameter, Optional<String> text) {
        String anyOf = String.join(
                " or ",
                fields.stream()
                        .map(field -> field + " ilike :" + parameter + " escape '!'")
                        .toList());
        return and("(" + anyOf + ")", parameter, text.map(t -> "%" + t.replaceAll("[!%_]", "!$0") + "%"));
    }

    /** The condition that the page of a list by descending id starts after a key; an empty key is the start. */
    public Criteria andBefore(List<String> key) {
        return and("id < :afterId", "afterId", key.stream().findFirst().map(UUID::fromString));
    }

    /** All conditions together, in the language in which they were given: HQL, or SQL. */
    public String where() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
