package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bucket lists: wishes that need no plan yet. */
class BucketlistsIT extends RoomTest {

    @Test
    void aListIsBegunWishesAreTypedAndTicked() {
        Signed user = signUp();
        show("bucketlists");
        page.getByLabel("Name of the list").fill("Before I am forty");
        page.keyboard().press("Enter");
        heading("Before I am forty").waitFor();
        Locator wish = page.getByLabel("A wish", new Page.GetByLabelOptions().setExact(true));
        wish.click();
        for (String name : List.of("See the northern lights", "Run a marathon", "Sleep in a lighthouse")) {
            page.keyboard().type(name);
            page.keyboard().press("Enter");
        }
        assertThat(wishes()).hasCount(3);
        assertThat(wish).isFocused();
        assertThat(wish).hasValue("");

        tick("Run a marathon").check();
        said("“Run a marathon” is done. Lovely.");
        sees("1 of 3 done");
        assertThat(wishes()).hasCount(2);
        page.getByText("Done: 1").click();
        assertThat(tick("Run a marathon")).isChecked();
        assertEquals(1, list(user).path("doneCount").asInt());
        tick("Run a marathon").uncheck();
        said("“Run a marathon” is open again.");
        sees("0 of 3 done");
        assertThat(wishes()).hasCount(3);
        assertEquals(0, list(user).path("doneCount").asInt());
    }

    @Test
    void aWishBecomesAGoalAndBothAreDoneTogether() {
        Signed user = signUp();
        String list = begun(user);
        show("bucketlists/" + list);
        part(wish("Run a marathon"), AriaRole.BUTTON, "Make it a goal").click();
        assertThat(control("Name")).hasValue("Run a marathon");
        control("How much it takes").fill("450");
        press("Make it a goal");
        said("“Run a marathon” is a goal now.");
        wish("Run a marathon").getByRole(AriaRole.LINK).click();
        sees("of €450.00");
        choose("Actions: Run a marathon", "Mark as done");
        said("“Run a marathon” is done. Well done.");
        JsonNode items = user.get("/bucketlists/" + list + "/items?done=true").path("items");
        assertEquals("Run a marathon", items.at("/0/name").asText());
        assertEquals(
                "450.00",
                user.get("/goals/" + items.at("/0/goalId").asText())
                        .path("targetAmount")
                        .asText());
        show("bucketlists");
        sees("1 of 2 done");
    }

    @Test
    void aWishIsDeletedAndComesBack() {
        Signed user = signUp();
        String list = begun(user);
        show("bucketlists/" + list);
        choose("Actions: Sleep in a lighthouse", "Delete");
        said("“Sleep in a lighthouse” was deleted.");
        assertThat(wishes()).hasCount(1);
        assertEquals(1, list(user).path("itemCount").asInt());
        undo("“Sleep in a lighthouse” was deleted.");
        assertThat(wishes()).hasCount(2);
        assertEquals(2, list(user).path("itemCount").asInt());
    }

    @Test
    void aListIsRenamedAndDeletedAndComesBackWithItsWishes() {
        Signed user = signUp();
        show("bucketlists/" + begun(user));
        button("Rename").click();
        page.getByLabel("Name of the list").fill("One day");
        page.keyboard().press("Enter");
        heading("One day").waitFor();
        assertThat(button("Rename")).isFocused();
        choose("Actions: One day", "Delete the list");
        press("Delete");
        sees("What do you want to have done one day?");
        assertTrue(user.get("/bucketlists").path("items").isEmpty());
        undo("The list “One day” was deleted.");
        sees("0 of 2 done");
        assertEquals("One day", list(user).path("name").asText());
    }

    private static String begun(Signed user) {
        String list = user.post("/bucketlists", Map.of("name", "Before I am forty"))
                .path("id")
                .asText();
        for (String wish : List.of("Run a marathon", "Sleep in a lighthouse")) {
            user.post("/bucketlists/" + list + "/items", Map.of("name", wish));
        }
        return list;
    }

    private static JsonNode list(Signed user) {
        return user.get("/bucketlists").at("/items/0");
    }

    private Locator wishes() {
        return part(page.locator("main"), AriaRole.LIST, "Wishes").getByRole(AriaRole.LISTITEM);
    }

    private Locator wish(String name) {
        return wishes().filter(new Locator.FilterOptions().setHasText(name));
    }

    private Locator tick(String name) {
        return part(page.locator("main"), AriaRole.CHECKBOX, name);
    }
}
