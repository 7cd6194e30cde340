package org.nestegg.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written field by field is what Jackson makes of the record, whatever its fields hold. */
@QuarkusTest
class TransactionJsonTest {

    @Inject
    ObjectMapper mapper;

    @JsonSerialize(using = JsonSerializer.None.class)
    private interface AsRecord {}

    @Test
    void itIsTheRecord() throws JsonProcessingException {
        ObjectMapper byReflection = mapper.copy().addMixIn(TransactionView.class, AsRecord.class);
        for (TransactionView view : views().toList()) {
            assertEquals(byReflection.writeValueAsString(view), mapper.writeValueAsString(view));
        }
    }

    private static Stream<TransactionView> views() {
        return Stream.of("2026-11-20T20:13:00Z", "2026-01-02T03:04:05.1Z", "0001-01-01T00:00:00.000001Z")
                .map(Instant::parse)
                .flatMap(time -> Stream.of(view(TransactionType.EXPENSE, null, List.of(), time), full(time)));
    }

    private static TransactionView full(Instant time) {
        return view(TransactionType.TRANSFER, "caf\u00e9 \"\\\u0001\ud83c\udf55", List.of("a", "b\n"), time);
    }

    private static TransactionView view(TransactionType type, String text, List<String> tags, Instant time) {
        UUID id = text == null ? null : UUID.randomUUID();
        return new TransactionView(
                UUID.randomUUID(),
                type,
                String.valueOf(text),
                "-12.30",
                "EUR",
                LocalDate.of(9999, 12, 31),
                text,
                tags,
                text,
                id,
                text,
                id,
                id,
                id,
                time,
                time);
    }
}
