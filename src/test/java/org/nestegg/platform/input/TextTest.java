package org.nestegg.platform.input;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What becomes of texts on their way in. */
@QuarkusTest
class TextTest extends ApiTest {

    private static final String COMPOSED = "Caf\u00e9";
    private static final String DECOMPOSED = "Cafe\u0301";

    @Test
    void textsAreComposedAndTrimmedOfAllWhiteSpace() {
        assertEquals(COMPOSED, Text.normalize("\u00a0\u2003 " + DECOMPOSED + "\u3000\u202f"));
        assertEquals("", Text.normalize(" \u200b\ufeff\u2060\u00ad\u3164\u2800\ufe0f\udb40\udc01 "));
        assertEquals("👩\u200d🌾", Text.normalize("👩\u200d🌾"));
        assertEquals("한", Text.normalize("\u1112\u1161\u11ab"));
    }

    /** Sorting many marks on one letter would cost their number squared: it stays as it is. */
    @Test
    void whatNoLanguageHasIsNotComposed() {
        String marks = "a" + "\u0301\u0323".repeat(16);
        assertEquals(marks, Text.normalize(marks));
        assertEquals("\u1ea1\u0301".length(), Text.normalize("a\u0301\u0323").length());
    }

    @Test
    void namesCompareAfterComposition() {
        Person person = Person.signUp();
        person.create("/api/v1/goals", "{'name': '%s'}".formatted(COMPOSED));
        person.post("/api/v1/goals", "{'name': '%s'}".formatted(DECOMPOSED))
                .statusCode(409)
                .body("code", equalTo("goal-name-taken"));
        person.post("/api/v1/bucketlists", "{'name': '%s'}".formatted(DECOMPOSED))
                .statusCode(201)
                .body("name", equalTo(COMPOSED));
        person.get("/api/v1/goals?q=" + DECOMPOSED).statusCode(200).body("items.name", contains(COMPOSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", "\\u3164", "\\u2800", "\\u00ad\\u2060", "\\u202e", "\\ufe0f"})
    void whatCannotBeSeenIsNoName(String name) {
        Person person = Person.signUp();
        for (String path : new String[] {"/api/v1/goals", "/api/v1/bucketlists"}) {
            person.post(path, "{'name': '%s'}".formatted(name))
                    .statusCode(422)
                    .body("errors.code", contains("too-short"));
        }
    }

    @Test
    void notesAndDescriptionsMayHaveLines() {
        Person person = Person.signUp();
        String lines = "'one\\r\\n\\ttwo\\nthree'";
        String kept = "one\n\ttwo\nthree";
        person.post("/api/v1/expenses", "{'description': 'x', 'amount': 1, 'notes': %s}".formatted(lines))
                .statusCode(201)
                .body("notes", equalTo(kept));
        person.post("/api/v1/goals", "{'name': 'x', 'description': %s}".formatted(lines))
                .statusCode(201)
                .body("description", equalTo(kept));
        String list = person.create("/api/v1/bucketlists", "{'name': 'x'}");
        String item = person.post(list + "/items", "{'name': 'x', 'description': %s}".formatted(lines))
                .statusCode(201)
                .body("description", equalTo(kept))
                .extract()
                .header("Location");
        person.patch(item, "{'description': 'a\\nb'}").statusCode(200).body("description", equalTo("a\nb"));
        for (String refused : new String[] {"a\\rb", "a\\u0000b", "a\\u000bb", "a\\u0085b", "a\\ud800b"}) {
            person.patch(item, "{'description': '%s'}".formatted(refused))
                    .statusCode(422)
                    .body("errors.code", contains("control-character"));
        }
        person.patch(item, "{'name': 'a\\nb'}").statusCode(422).body("errors.code", contains("control-character"));
    }
}
