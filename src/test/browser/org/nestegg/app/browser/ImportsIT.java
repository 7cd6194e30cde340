package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a bank's file to transactions, and back. */
class ImportsIT extends RoomTest {

    /** 03/04 may be a day of April or of March: whoever imports it is asked. */
    private static final String OPEN = """
            Date,Payee,Amount
            03/04/2024,Rewe,-42.10
            04/04/2024,Lidl,-17.35
            05/04/2024,Bakery Klein,-6.20
            06/04/2024,Salary,2950.00
            """;

    private static final String CLEAR = """
            Date,Payee,Amount
            13/04/2024,Rewe,-42.10
            14/04/2024,Lidl,-17.35
            15/04/2024,Bakery Klein,-6.20
            """;

    private static final String WITHOUT_NAMES = """
            one,two,three,four
            13/04/2024,Rewe,42.10,1200.00
            14/04/2024,Lidl,17.35,1182.65
            15/04/2024,Bakery Klein,6.20,1176.45
            """;

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("422") || complaint.contains("409");
    }

    @Test
    void aFileWithOpenQuestionsIsAnsweredChangedAppliedAndUndone() {
        Signed user = signUp();
        account(user);
        user.post("/expenses", Map.of("description", "Lidl", "amount", "17.35", "date", "2024-04-04"));
        show("imports");
        chooseFile("spring.csv", OPEN);
        heading("What the file leaves open").waitFor();
        assertThat(button("Import")).isDisabled();
        Locator dayFirst = beginning(page.locator("main"), AriaRole.BUTTON, "Day, month, year");
        assertThat(dayFirst).containsText("3 April 2024");
        dayFirst.click();
        page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true)).selectOption("Everyday (EUR)");
        assertThat(page.locator("[aria-current=step]")).containsText("See what it will do");

        assertThat(radio("Lidl", "Link")).isChecked();
        decide("Bakery Klein", "Leave out");
        row("Rewe").getByRole(AriaRole.CHECKBOX).check();
        row("Salary").getByRole(AriaRole.CHECKBOX).check();
        part(section("Many at once"), AriaRole.BUTTON, "Set the category").click();
        control("Category").fill("Spring");
        press("Save");
        said("2 rows are changed.");
        assertThat(row("Rewe")).containsText("Spring");
        assertThat(row("Lidl")).not().containsText("Spring");

        String id = shownImport();
        apply();
        JsonNode made = user.get("/transactions?importId=" + id + "&sort=date");
        assertEquals(2, made.path("items").size(), made::toString);
        made.path("items").forEach(one -> {
            assertTrue(one.path("date").asText().startsWith("2024-04-0"), one::toString);
            assertEquals("Spring", one.path("category").asText(), one::toString);
        });
        link("See the 2 new ones").click();
        sees("Salary");
        assertThat(page.getByText("Bakery Klein")).hasCount(0);

        show("imports/" + id);
        button("Undo the import").click();
        press("Undo the import");
        sees("Undone on");
        assertEquals(0, total(user, "importId=" + id));
        assertEquals(1, total(user, "q=Lidl"), "what was recorded by hand stays");
    }

    @Test
    void theSameFileAgainBringsNothingNew() {
        Signed user = signUp();
        String account = account(user);
        show("imports?accountId=" + account);
        drop("april.csv", CLEAR);
        heading("april.csv").waitFor();
        assertThat(radio("Rewe", "New")).isChecked();
        apply();
        assertEquals(3, total(user, ""));

        show("imports?accountId=" + account);
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(has("april.csv"))).containsText("3 new");
        drop("april.csv", CLEAR);
        heading("april.csv").waitFor();
        assertThat(radio("Rewe", "Leave out")).isChecked();
        assertThat(section("Import")).containsText("3 left out");
        page.getByLabel("Why").selectOption("Imported before");
        assertThat(rows()).hasCount(3);
        page.getByLabel("Why").selectOption("Nothing like it is there");
        sees("There are no such rows.");
        apply();
        assertEquals(3, total(user, ""));
    }

    @Test
    void whatTheColumnsAreIsSaidOnce() {
        Signed user = signUp();
        String account = account(user);
        show("imports?accountId=" + account);
        chooseFile("nameless.csv", WITHOUT_NAMES);
        heading("Which column is what?").waitFor();
        page.getByLabel("Column 3 is").selectOption("Amount");
        button("Read it like this").first().click();
        Locator unsigned = beginning(page.locator("main"), AriaRole.BUTTON, "Without a minus sign");
        assertThat(unsigned).containsText("“Rewe” is €42.10 spent");
        unsigned.click();
        assertThat(row("Rewe")).containsText("-€42.10");
        apply();
        assertEquals(3, total(user, "type=expense"));

        show("imports?accountId=" + account);
        heading("Remembered files").waitFor();
        chooseFile("next.csv", WITHOUT_NAMES.replace("/04/", "/05/"));
        assertThat(row("Rewe")).containsText("-€42.10");
        assertEquals(
                "ready", user.get("/imports/" + shownImport()).path("state").asText());
    }

    @Test
    void aRuleMadeOfARowHoldsForTheFileAtOnce() {
        Signed user = signUp();
        String id = send(user);
        show("imports/" + id);
        button("All about Rewe").click();
        press("Make a rule of this");
        assertThat(control("Word or text")).hasValue("Rewe");
        control("Category").fill("Groceries");
        press("Save");
        said("The file was read again with your rule.");
        assertThat(row("Rewe")).containsText("Groceries");
        assertThat(row("Lidl")).not().containsText("Groceries");
        assertEquals(
                "Groceries",
                user.get("/imports/" + id + "/rows")
                        .at("/items/0/transaction/category")
                        .asText());
    }

    @Test
    void whatWasChangedSinceCanStayWhenAnImportIsUndone() {
        Signed user = signUp();
        String id = send(user);
        user.post("/imports/" + id + "/apply", null);
        String rewe = user.get("/transactions?q=Rewe").at("/items/0/id").asText();
        user.call("PATCH", "/transactions/" + rewe, Map.of("notes", "With the neighbours"));
        show("imports/" + id);
        button("Undo the import").click();
        press("Undo the import");
        assertThat(dialog()).containsText("One of them was changed since");
        assertThat(dialog()).containsText("Rewe");
        press("Keep those and undo the rest");
        sees("Undone on");
        assertEquals(1, total(user, ""));
    }

    @Test
    void aFileThatCannotBeReadSaysSo() {
        Signed user = signUp();
        show("imports");
        drop("holiday.jpg", "\u0000\u0001 no table at all \u0002\u0003");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("none of those that are read");
        assertThat(page.getByLabel("Read holiday.jpg as")).isVisible();
        button("Take holiday.jpg off this list").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertEquals(0, user.get("/imports").path("items").size());
    }

    private String account(Signed user) {
        return user.post("/accounts", Map.of("name", "Everyday", "kind", "checking"))
                .path("id")
                .asText();
    }

    /** Sends the file that leaves nothing open, past the page. */
    private String send(Signed user) {
        return user.post("/imports?fileName=april.csv&accountId=" + account(user), CLEAR)
                .path("id")
                .asText();
    }

    /** Chooses a file by the button, as people do who do not drag. */
    private void chooseFile(String name, String text) {
        FileChooser chooser =
                page.waitForFileChooser(() -> button("Choose files").click());
        chooser.setFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        heading(name).waitFor();
    }

    private void apply() {
        button("Import").click();
        press("Import");
        sees("Imported on");
    }

    private Locator rows() {
        return part(page.locator("main"), AriaRole.LIST, "Rows of the file").getByRole(AriaRole.LISTITEM);
    }

    private Locator row(String text) {
        return rows().filter(has(text));
    }

    private Locator radio(String row, String decision) {
        return part(row(row), AriaRole.RADIO, decision);
    }

    private void decide(String row, String decision) {
        radio(row, decision).check();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** The id of the import that is shown. */
    private String shownImport() {
        return page.url().replaceAll(".*#/imports/([^?]*).*", "$1");
    }

    private static int total(Signed user, String filter) {
        return user.get("/transactions?count=true&" + filter).path("total").asInt();
    }
}
