package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rules: what is set by itself. */
class RulesIT extends RoomTest {

    private static final String SENTENCE = "If the text contains “rewe”: set the category Groceries.";

    @Test
    void aRuleIsMadeWithItsPreviewAppliedAndTakenBack() {
        Signed user = signUp();
        for (String name : List.of("Rewe Berlin", "REWE to go", "Lidl")) {
            user.post("/expenses", Map.of("description", name, "amount", "12.50"));
        }
        show("rules");
        button("New rule").click();
        assertThat(dialog()).containsText("Say what to look for and what to do");
        control("Word or text").fill("rewe");
        control("Category").fill("Groceries");
        assertThat(dialog()).containsText("2 transactions would change:");
        Locator preview = dialog().getByRole(AriaRole.TABLE);
        assertThat(preview).containsText("REWE to go");
        assertThat(preview).not().containsText("Lidl");
        press("Save");
        said("The rule is there.");
        sees(SENTENCE);
        assertEquals(
                "rewe",
                user.get("/rules").at("/items/0/when/description/contains").asText());
        assertEquals(0, categorised(user), "a rule by itself leaves what is recorded");

        choose("More about the rule: " + SENTENCE, "Apply to what is recorded");
        press("Change 2 transactions");
        said("2 transactions are changed.");
        assertEquals(2, categorised(user));
        undo("2 transactions are changed.");
        assertEquals(0, categorised(user));
    }

    @Test
    void rulesAreAskedInAnotherOrder() {
        Signed user = withThreeRules();
        button("Move down: First").focus();
        page.keyboard().press("Enter");
        said("The rule is moved.");
        assertThat(names()).hasText(new String[] {"Second", "First", "Third"});
        assertThat(button("Move down: First")).isFocused();
        page.waitForResponse("**/rules/*", () -> page.keyboard().press("Enter"));
        assertThat(names()).hasText(new String[] {"Second", "Third", "First"});
        assertThat(button("Move down: First")).isDisabled();
        assertThat(button("Move up: First")).isFocused();
        assertThat(page.getByText("Now in place 3 of 3")).hasCount(1);
        assertEquals(List.of("Second", "Third", "First"), kept(user));

        page.keyboard().press("u");
        said("Undone.");
        assertThat(names()).hasText(new String[] {"Second", "First", "Third"});
        assertEquals(List.of("Second", "First", "Third"), kept(user));
    }

    /** Keys are pressed faster than the service answers; its answer to the first is older than what the second has come to. */
    @Test
    void aRuleIsMovedTwiceAtOnce() {
        willHold();
        Signed user = withThreeRules();
        List<Route> held = new ArrayList<>();
        page.route("**/rules/*", held::add);
        Locator told = page.locator("nest-toasts .toast");
        button("Move down: First").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        isMovedToTheEnd();
        page.waitForCondition(() -> !held.isEmpty());
        held.removeFirst().resume();
        assertThat(told).hasCount(1);
        isMovedToTheEnd();
        page.waitForCondition(() -> !held.isEmpty());
        held.removeFirst().resume();
        assertThat(told).hasCount(2);
        isMovedToTheEnd();
        assertEquals(List.of("Second", "Third", "First"), kept(user));
    }

    private void isMovedToTheEnd() {
        assertThat(names()).hasText(new String[] {"Second", "Third", "First"});
        assertThat(button("Move up: First")).isFocused();
    }

    @Test
    void aRuleIsChangedAndDeletedAndComesBack() {
        Signed user = signUp();
        user.post(
                "/rules",
                Map.of(
                        "when",
                        Map.of("description", Map.of("contains", "rewe")),
                        "set",
                        Map.of("category", "Groceries")));
        show("rules");
        button("Change the rule: " + SENTENCE).click();
        control("Category").fill("Food");
        press("Save");
        sees("set the category Food.");
        assertEquals("Food", user.get("/rules").at("/items/0/set/category").asText());

        choose("More about the rule", "Delete");
        sees("No rules yet");
        undo("The rule is deleted.");
        sees("set the category Food.");
        assertEquals(1, user.get("/rules").path("items").size());
    }

    private Signed withThreeRules() {
        Signed user = signUp();
        for (String name : List.of("First", "Second", "Third")) {
            user.post(
                    "/rules",
                    Map.of(
                            "name",
                            name,
                            "when",
                            Map.of("description", Map.of("contains", name)),
                            "set",
                            Map.of("category", name)));
        }
        show("rules");
        return user;
    }

    private Locator names() {
        return page.locator("nest-rules ol h3");
    }

    private static List<String> kept(Signed user) {
        return StreamSupport.stream(user.get("/rules").path("items").spliterator(), false)
                .map((JsonNode rule) -> rule.path("name").asText())
                .toList();
    }

    private static int categorised(Signed user) {
        return user.get("/transactions?category=Groceries&count=true")
                .path("total")
                .asInt();
    }
}
