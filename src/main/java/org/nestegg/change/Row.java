package org.nestegg.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.input.Coded;

/** A stored row as it is or was: its columns by name, in the types that entities have. What is null or not there is null. */
public final class Row {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonNode columns;

    private Row(JsonNode columns) {
        this.columns = columns;
    }

    /** @param json as PostgreSQL's {@code to_jsonb} writes a row */
    static Row of(String json) {
        try {
            return new Row(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database has written what is not JSON", e);
        }
    }

    public String text(String column) {
        return columns.path(column).textValue();
    }

    public UUID id(String column) {
        return optional(column).map(UUID::fromString).orElse(null);
    }

    public BigDecimal decimal(String column) {
        return columns.path(column).isNumber() ? columns.get(column).decimalValue() : null;
    }

    public int number(String column) {
        return columns.path(column).intValue();
    }

    public LocalDate day(String column) {
        return optional(column).map(LocalDate::parse).orElse(null);
    }

    public Instant instant(String column) {
        return optional(column)
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .orElse(null);
    }

    public Currency currency(String column) {
        return optional(column).map(Currency::getInstance).orElse(null);
    }

    public boolean flag(String column) {
        return columns.path(column).booleanValue();
    }

    /** The constant that a column has the code of. */
    public <E extends Enum<E> & Coded> E coded(String column, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> constant.code().equals(text(column)))
                .findAny()
                .orElse(null);
    }

    /** The elements of an array. */
    public List<String> texts(String column) {
        List<String> texts = new ArrayList<>();
        columns.path(column).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private Optional<String> optional(String column) {
        return Optional.ofNullable(text(column));
    }
}
