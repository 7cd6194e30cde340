package org.nestegg.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nestegg.forecast.ForecastFieldError;
import org.nestegg.forecast.ForecastMethod;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.language.Texts;

/** What every room says to people, in every language. */
@QuarkusTest
class ProblemTextsTest {

    static final List<Locale> LANGUAGES = Languages.ALL;

    private static final List<Object> ARGUMENTS = List.of(12345, "x");

    @Inject
    ProblemCatalog catalog;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void thereIsATextForEverythingAndNoOther(Locale language) {
        Map<Texts, Set<String>> needed = needed();
        assertTrue(needed.size() >= 6, "rooms that speak: " + needed.size());
        needed.forEach((texts, keys) -> assertEquals(keys, new TreeSet<>(texts.keys(language))));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsAPatternWithTheSameArgumentsInItsOwnWords(Locale language) {
        for (Texts texts : needed().keySet()) {
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
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyFaultIsNamedInItsLanguage(Locale language) {
        for (FieldErrorCode fault : catalog.fieldErrors()) {
            assertEquals(
                    fault.texts().get(language, "fault." + fault.code(), ARGUMENTS.toArray()),
                    fault.message(language, ARGUMENTS));
        }
        for (JsonType type : JsonType.values()) {
            assertEquals(
                    CommonProblem.TEXTS.get(language, "fault.wrong-type", type.in(language)),
                    CommonFieldError.WRONG_TYPE.message(language, List.of(type)));
        }
    }

    @Test
    void numbersAreShownAsTheLanguageShowsThem() {
        assertEquals(
                "2.000",
                CommonFieldError.TOO_LONG.message(Locale.GERMAN, List.of(2000)).replaceAll(".*?([\\d.]+).*", "$1"));
        assertEquals(
                "There can be at most 20,000 goals.",
                CommonProblem.LIMIT_REACHED.detail(Locale.ENGLISH, limit("goals")));
        assertEquals(
                "Es kann höchstens 1.000 Bucket-Listen geben.",
                CommonProblem.LIMIT_REACHED.detail(Locale.GERMAN, limit("bucketlists")));
        assertEquals(
                "must have at most 2,000 characters", CommonFieldError.TOO_LONG.message(Locale.ENGLISH, List.of(2000)));
    }

    @Test
    void limitsAreNamedInTheOrderOfTheRooms() {
        assertEquals(
                "There can be at most 20,000 goals, 10,000 contributions to a goal, 1,000 bucket lists,"
                        + " 10,000 items on bucket lists, 500 accounts, 1,000 imports, 50 personal tokens, 500 rules,"
                        + " 500 schedules, 1,000 occurrences of a schedule skipped or restored one by one, 200 budgets,"
                        + " 20,000 rates of your own.",
                catalog.detail(CommonProblem.LIMIT_REACHED, Locale.ENGLISH));
    }

    private Limit limit(String name) {
        return catalog.limits().stream()
                .filter(limit -> limit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The keys that each room must have texts for. */
    private Map<Texts, Set<String>> needed() {
        Map<Texts, Set<String>> needed = new HashMap<>();
        catalog.codes()
                .forEach(code -> Stream.of(".title", ".detail", ".remedy")
                        .forEach(part -> add(needed, code.texts(), code.code() + part)));
        catalog.fieldErrors().forEach(fault -> add(needed, fault.texts(), "fault." + fault.code()));
        catalog.limits().forEach(limit -> add(needed, limit.texts(), "limit." + limit.name()));
        Arrays.stream(ForecastMethod.values())
                .forEach(method -> add(needed, ForecastFieldError.NOT_AFTER_TODAY.texts(), "method." + method.code()));
        Stream.of(
                        Arrays.stream(CredentialFault.values())
                                .map(fault -> "credentials." + fault.name().toLowerCase(Locale.ROOT)),
                        Stream.of("page.detail", "page.remedy"),
                        Arrays.stream(JsonType.values())
                                .map(type -> "type." + type.name().toLowerCase(Locale.ROOT)))
                .flatMap(keys -> keys)
                .forEach(key -> add(needed, CommonProblem.TEXTS, key));
        return needed;
    }

    private static void add(Map<Texts, Set<String>> needed, Texts texts, String key) {
        needed.computeIfAbsent(texts, _ -> new TreeSet<>()).add(key);
    }
}
