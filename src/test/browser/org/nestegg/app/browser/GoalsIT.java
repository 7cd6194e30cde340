package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Goals: a tree of what people save for. */
class GoalsIT extends RoomTest {

    @Test
    void aGoalWithOneWithinIsSetAndMoneySetAsideForIt() {
        Signed user = signUp();
        show("goals");
        button("Set the first goal").click();
        control("Name").fill("A year off");
        control("How much it takes").fill("lots");
        press("Set this goal");
        assertThat(control("How much it takes")).hasAttribute("aria-invalid", "true");
        assertThat(control("How much it takes")).isFocused();
        control("How much it takes").fill("12,000");
        press("Set this goal");
        said("“A year off” was set.");
        assertThat(row("A year off")).isFocused();

        choose("Actions: A year off", "Add a goal within");
        control("Name").fill("Flights");
        control("How much it takes").fill("600");
        control("By when").fill(today.plusYears(1).toString());
        press("Set this goal");
        assertThat(row("Flights")).hasAttribute("aria-level", "2");
        JsonNode flights = goal(user, "Flights");
        assertEquals(goal(user, "A year off").path("id"), flights.path("parentId"));

        part(row("Flights"), AriaRole.LINK, "Flights").click();
        heading("Flights").first().waitFor();
        sees("Nothing was set aside in the last six months");
        button("Set money aside").first().click();
        control("Amount").fill("150");
        control("Note").fill("A gift");
        press("Set money aside");
        said("Money set aside for “Flights”.");
        sees("€450.00 is still missing.");
        JsonNode outlook = user.get("/goals/" + flights.path("id").asText() + "/outlook");
        sees("You need " + euros(outlook.path("perMonth").asText()) + " a month from now to have it by "
                + day(outlook.path("targetDate").asText()) + ".");
        sees("At your pace of €150.00 a month");
        sees("On track");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("A gift")))
                .containsText("+€150.00");

        link("A year off").click();
        heading("A year off").first().waitFor();
        sees("All of it was set aside for the goals within.");
        assertEquals("150.00", goal(user, "A year off").path("savedAmount").asText());
        undo("Money set aside for “Flights”.");
        sees("Nothing set aside yet");
        assertEquals("0.00", goal(user, "Flights").path("savedAmount").asText());
    }

    @Test
    void theTreeIsWalkedByArrowKeys() {
        Signed user = signUp();
        house(user);
        show("goals");
        page.getByLabel("Search the goals").press("ArrowDown");
        assertThat(row("A home")).isFocused();
        assertThat(row("A home")).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowRight");
        assertThat(row("Deposit")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(row("Furniture")).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(row("A home")).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(row("A home")).hasAttribute("aria-expanded", "false");
        assertThat(row("Deposit")).hasCount(0);
        page.keyboard().press("ArrowDown");
        assertThat(row("Japan")).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("End");
        assertThat(row("Japan")).isFocused();
        page.keyboard().press("Home");
        page.keyboard().press("f");
        assertThat(row("Furniture")).isFocused();
        page.keyboard().press("Enter");
        heading("Furniture").first().waitFor();
        page.goBack();
        assertThat(row("Furniture")).isFocused();
    }

    @Test
    void aGoalIsMovedByKeysAndBack() {
        Signed user = signUp();
        house(user);
        show("goals");
        row("Japan").focus();
        page.keyboard().press("m");
        sees("Moving “Japan”: choose a goal with the arrow keys.");
        page.keyboard().press("Escape");
        assertThat(page.getByText("Moving “Japan”")).hasCount(0);
        assertThat(row("Japan")).isFocused();
        page.keyboard().press("m");
        page.keyboard().press("Home");
        page.keyboard().press("Enter");
        said("“Japan” is now within “A home”.");
        assertThat(row("Japan")).hasAttribute("aria-level", "2");
        assertThat(row("Japan")).isFocused();
        assertEquals(goal(user, "A home").path("id"), goal(user, "Japan").path("parentId"));

        page.keyboard().press("u");
        said("Undone.");
        assertThat(row("Japan")).hasAttribute("aria-level", "1");
        assertTrue(goal(user, "Japan").path("parentId").isNull());
    }

    @Test
    void aGoalIsMovedToAPlaceThatIsSearched() {
        Signed user = signUp();
        house(user);
        show("goals");
        choose("Actions: Deposit", "Move…");
        dialog().getByLabel("Search a goal").fill("jap");
        assertThat(dialog()).containsText("One place");
        press("Put it there");
        said("“Deposit” is now within “Japan”.");
        assertThat(row("Deposit")).isFocused();
        assertEquals(goal(user, "Japan").path("id"), goal(user, "Deposit").path("parentId"));
    }

    /** The places to choose from are not there yet when Enter is pressed. */
    @Test
    void whoIsQuickerThanTheServiceIsWaitedFor() {
        Signed user = signUp();
        house(user);
        willHold();
        show("goals");
        row("Deposit").waitFor();
        List<Route> held = new ArrayList<>();
        page.route("**/goals/tree", held::add);
        choose("Actions: Deposit", "Move…");
        dialog().getByLabel("Search a goal").fill("jap");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(dialog()).isVisible();
        held.removeFirst().resume();
        page.unroute("**/goals/tree");
        said("“Deposit” is now within “Japan”.");
        assertEquals(goal(user, "Japan").path("id"), goal(user, "Deposit").path("parentId"));
    }

    @Test
    void aGoalIsDraggedOntoAnotherAndToTheTopAndBack() {
        Signed user = signUp();
        house(user);
        show("goals");
        drag("Deposit", row("Japan"));
        said("“Deposit” is now within “Japan”.");
        assertEquals(goal(user, "Japan").path("id"), goal(user, "Deposit").path("parentId"));
        undo("“Deposit” is now within “Japan”.");
        assertEquals(goal(user, "A home").path("id"), goal(user, "Deposit").path("parentId"));

        drag("Furniture", page.getByText("Drop here for the top level"));
        said("“Furniture” is now at the top level.");
        assertThat(row("Furniture")).hasAttribute("aria-level", "1");
        assertTrue(goal(user, "Furniture").path("parentId").isNull());
    }

    @Test
    void aGoalIsRenamedInItsRow() {
        Signed user = signUp();
        house(user);
        show("goals");
        row("Japan").focus();
        page.keyboard().press("e");
        page.keyboard().type("Japan in spring");
        page.keyboard().press("Enter");
        said("Renamed to “Japan in spring”.");
        assertThat(row("Japan in spring")).isFocused();
        assertEquals("Japan in spring", goal(user, "Japan").path("name").asText());
        page.keyboard().press("F2");
        page.keyboard().type("Not this");
        page.keyboard().press("Escape");
        assertThat(row("Japan in spring")).isFocused();
        assertEquals("Japan in spring", goal(user, "Japan").path("name").asText());
    }

    @Test
    void aGoalIsDoneWithAllWithinItAndActiveAgain() {
        Signed user = signUp();
        house(user);
        show("goals");
        row("A home").focus();
        page.keyboard().press("Space");
        assertThat(dialog()).containsText("2 goals within are still active.");
        press("All of them");
        said("“A home” is done. Well done.");
        assertFalse(goal(user, "Deposit").path("end").isNull());
        assertThat(row("A home, ")).hasAttribute("aria-label", Pattern.compile("done$"));
        show("goals?status=done");
        assertThat(row("Furniture")).isVisible();
        assertThat(row("Japan")).hasCount(0);
        show("goals?status=all");
        part(row("Furniture"), AriaRole.BUTTON, "Make active again").click();
        said("“Furniture” is active again.");
        assertTrue(goal(user, "Furniture").path("end").isNull());
    }

    private void house(Signed user) {
        String home = set(user, "A home", null);
        set(user, "Deposit", home);
        set(user, "Furniture", home);
        set(user, "Japan", null);
    }

    private static String set(Signed user, String name, String parent) {
        Map<String, Object> goal = new LinkedHashMap<>(Map.of("name", name, "targetAmount", "1000"));
        if (parent != null) {
            goal.put("parentId", parent);
        }
        return user.post("/goals", goal).path("id").asText();
    }

    /** A goal by what its name begins with. */
    private static JsonNode goal(Signed user, String name) {
        for (JsonNode goal : user.get("/goals?limit=100").path("items")) {
            if (goal.path("name").asText().startsWith(name)) {
                return user.get("/goals/" + goal.path("id").asText());
            }
        }
        throw new AssertionError("no goal " + name);
    }

    private Locator row(String name) {
        return beginning(page.locator("body"), AriaRole.TREEITEM, name);
    }

    /** Takes a row in its middle, and drops it in the middle of something, which may only be there while something is dragged. */
    private void drag(String name, Locator target) {
        moveTo(row(name));
        page.mouse().down();
        BoundingBox from = row(name).boundingBox();
        page.mouse()
                .move(from.x + from.width / 2 + 20, from.y + from.height / 2 + 10, new Mouse.MoveOptions().setSteps(4));
        page.getByText("Drop here for the top level").waitFor();
        moveTo(target);
        page.mouse().up();
    }

    private void moveTo(Locator place) {
        BoundingBox box = place.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2, new Mouse.MoveOptions().setSteps(4));
    }
}
