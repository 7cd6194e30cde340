package org.nestegg.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.language.Texts;

class ProblemTextsTest {

    static final List<Locale> LANGUAGES = Languages.ALL;

    private static final List<Object> ARGUMENTS = List.of(12345, "x");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void thereIsATextForEverythingAndNoOther(Locale language) {
        Set<String> needed = Stream.of(
                        Arrays.stream(ProblemCode.values())
                                .flatMap(code -> Stream.of(".title", ".detail", ".remedy")
                                        .map(part -> code.code() + part)),
                        Arrays.stream(FieldErrorCode.values()).map(fault -> "fault." + fault.code()),
                        Arrays.stream(Limit.values())
                                .map(limit -> "limit." + limit.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(CredentialFault.values())
                                .map(fault -> "credentials." + fault.name().toLowerCase(Locale.ROOT)),
                        Stream.of("page.detail", "page.remedy"),
                        Arrays.stream(JsonType.values())
                                .map(type -> "type." + type.name().toLowerCase(Locale.ROOT)))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(needed, new TreeSet<>(ProblemTexts.TEXTS.keys(language)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsAPatternWithTheSameArgumentsInItsOwnWords(Locale language) {
        Texts texts = ProblemTexts.TEXTS;
        for (String key : texts.keys(Locale.ENGLISH)) {
            String text = texts.get(language, key, "FIRST", "SECOND");
            String english = texts.get(Locale.ENGLISH, key, "FIRST", "SECOND");
            assertEquals(english.contains("FIRST"), text.contains("FIRST"), key);
            assertEquals(english.contains("SECOND"), text.contains("SECOND"), key);
            assertFalse(text.isBlank() || text.contains("''"), key);
            if (!language.equals(Locale.ENGLISH)) {
                assertNotEquals(english, text, key);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyFaultIsNamedInItsLanguage(Locale language) {
        for (FieldErrorCode fault : FieldErrorCode.values()) {
            assertEquals(
                    ProblemTexts.TEXTS.get(language, "fault." + fault.code(), ARGUMENTS.toArray()),
                    fault.message(language, ARGUMENTS));
        }
        for (JsonType type : JsonType.values()) {
            assertEquals(
                    ProblemTexts.TEXTS.get(language, "fault.wrong-type", type.in(language)),
                    FieldErrorCode.WRONG_TYPE.message(language, List.of(type)));
        }
    }

    @Test
    void numbersAreShownAsTheLanguageShowsThem() {
        assertEquals(
                "darf höchstens 2.000 Zeichen haben".replaceAll(".*?([\\d.]+).*", "$1"),
                FieldErrorCode.TOO_LONG.message(Locale.GERMAN, List.of(2000)).replaceAll(".*?([\\d.]+).*", "$1"));
        assertEquals(
                "There can be at most 20,000 goals.", ProblemCode.LIMIT_REACHED.detail(Locale.ENGLISH, Limit.GOALS));
        assertEquals(
                "Es kann höchstens 1.000 Bucket-Listen geben.",
                ProblemCode.LIMIT_REACHED.detail(Locale.GERMAN, Limit.BUCKETLISTS));
        assertEquals(
                "must have at most 2,000 characters", FieldErrorCode.TOO_LONG.message(Locale.ENGLISH, List.of(2000)));
    }
}
