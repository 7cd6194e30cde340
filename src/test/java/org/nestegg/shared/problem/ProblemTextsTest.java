package org.nestegg.shared.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void thereIsATextForEverythingAndNoOther() {
        Set<String> needed = Stream.of(
                        Arrays.stream(ProblemCode.values())
                                .flatMap(code -> Stream.of(".title", ".detail", ".remedy")
                                        .map(part -> code.code() + part)),
                        Arrays.stream(Fault.values()).map(fault -> "fault." + fault.code()),
                        Arrays.stream(JsonType.values())
                                .map(type -> "type." + type.name().toLowerCase(Locale.ROOT)))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                needed,
                new TreeSet<>(ResourceBundle.getBundle("messages.problems", Locale.ROOT)
                        .keySet()));
    }
}
