package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where money lies, and how it is moved from one place to another. */
class AccountsIT extends PageTest {

    private static final String IBAN = "DE89370400440532013000";

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("409") || complaint.contains("422");
    }

    @Test
    void anAccountIsMadeAndWhatIsWrongIsSaidAtItsField() {
        Signed user = signUp();
        show("accounts");
        heading("No accounts yet").waitFor();
        button("New account").click();
        Locator dialog = dialog("New account");
        field("Name").fill("Everyday");
        page.getByLabel("Opening balance").fill("a lot");
        page.getByLabel("Account number").fill("DE89370400440532013001");
        button(dialog, "New account").click();
        assertThat(page.getByLabel("Opening balance")).isFocused();
        assertThat(page.getByText("This is not an amount that can be read.")).isVisible();

        page.getByLabel("Opening balance").fill("1,500.50");
        button(dialog, "New account").click();
        assertThat(page.getByLabel("Account number")).isFocused();
        assertThat(page.getByLabel("Account number")).hasAttribute("aria-invalid", "true");
        assertThat(dialog.getByRole(AriaRole.ALERT)).hasCount(1);
        page.getByLabel("Account number").fill(IBAN);
        button(dialog, "New account").click();
        sees("Everyday was added.");
        assertThat(dialog).hasCount(0);

        assertThat(section("Current accounts")).containsText("€1,500.50");
        assertThat(section("Current accounts")).containsText("…3000");
        JsonNode account = user.get("/accounts").path("items").get(0);
        assertEquals("1500.50", account.path("openingBalance").asText());
        assertEquals(IBAN, account.path("number").asText());
    }

    @Test
    void aNameThatIsTakenIsSaidAtTheName() {
        Signed user = signUp();
        account(user, "Everyday", "EUR", "0");
        show("accounts");
        button("New account").click();
        field("Name").fill("everyday");
        page.keyboard().press("Enter");
        assertThat(field("Name")).hasAttribute("aria-invalid", "true");
        assertThat(field("Name")).isFocused();
        page.keyboard().press("Escape");
        button(dialog("Discard what was typed?"), "Discard").click();
        assertThat(dialog("New account")).hasCount(0);
        assertEquals(1, user.get("/accounts").path("items").size());
    }

    @Test
    void anAccountHasAPageWithItsBalanceOverTimeAndWhatHappenedInIt() {
        Signed user = signUp();
        String everyday = account(user, "Everyday", "EUR", "1000");
        user.post("/expenses", Map.of("description", "Rewe", "amount", "40", "accountId", everyday));
        show("accounts");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Everyday"))
                .click();
        heading("Everyday").first().waitFor();
        assertThat(section("Balance")).containsText("€960.00");
        Locator plot = section("Balance").getByRole(AriaRole.SLIDER);
        assertThat(plot).hasAccessibleName(Pattern.compile("Balance of Everyday: €1,000\\.00 .* €960\\.00"));
        field("Month").click();
        assertThat(page).hasURL(Pattern.compile("period=month"));
        assertThat(field("Month")).isChecked();
        page.reload();
        assertThat(field("Month")).isChecked();
        link("Rewe").click();
        dialog("Change the transaction").waitFor();
        page.keyboard().press("Escape");
        assertThat(dialog("Change the transaction")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("accountId=" + everyday));
    }

    @Test
    void anAccountIsChangedClosedAndReopened() {
        Signed user = signUp();
        String everyday = account(user, "Everyday", "EUR", "100");
        show("accounts/" + everyday);
        choose("Everyday", "Edit");
        field("Name").fill("Household");
        button("Save").click();
        sees("Household was changed.");
        heading("Household").first().waitFor();
        assertEquals("Household", user.get("/accounts/" + everyday).path("name").asText());

        choose("Household", "Close the account");
        sees("Household was closed.");
        assertThat(button("Reopen")).isVisible();
        assertThat(button("Record")).hasCount(0);
        assertTrue(user.get("/accounts/" + everyday).path("closed").asBoolean());
        link("Accounts").last().click();
        heading("One closed account").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Household"))
                .click();
        button("Reopen").click();
        assertThat(button("Record")).isVisible();
        assertEquals("false", user.get("/accounts/" + everyday).path("closed").asText());
    }

    @Test
    void anAccountWithTransactionsIsDeletedOnlyAfterASecondQuestionAndComesBack() {
        Signed user = signUp();
        String everyday = account(user, "Everyday", "EUR", "100");
        user.post("/expenses", Map.of("description", "Rewe", "amount", "40", "accountId", everyday));
        user.post("/expenses", Map.of("description", "Lidl", "amount", "20", "accountId", everyday));
        show("accounts/" + everyday);
        choose("Everyday", "Delete");
        button(dialog("Delete Everyday?"), "Delete").click();
        button(dialog("There are 2 transactions in Everyday"), "Cancel").click();
        assertThat(heading("Everyday").first()).isVisible();
        assertEquals(1, user.get("/accounts").path("items").size());

        choose("Everyday", "Delete");
        button(dialog("Delete Everyday?"), "Delete").click();
        button("Delete with 2 transactions").click();
        sees("Everyday was deleted.");
        heading("No accounts yet").waitFor();
        assertEquals(0, user.get("/accounts").path("items").size());
        assertEquals(0, user.get("/transactions").path("items").size());
        button("Undo").click();
        assertThat(section("Current accounts")).containsText("€40.00");
        assertEquals(
                2, user.get("/transactions?accountId=" + everyday).path("items").size());
    }

    @Test
    void moneyIsMovedBetweenTwoAccounts() {
        Signed user = signUp();
        String everyday = account(user, "Everyday", "EUR", "1000");
        String savings = account(user, "Savings", "EUR", "0");
        show("accounts/" + everyday);
        button("Transfer").click();
        Locator dialog = dialog("New transfer");
        field("Amount EUR").fill("200");
        button(dialog, "New transfer").click();
        assertThat(dialog).containsText("Choose an account.");
        assertThat(field("To")).isFocused();
        field("To").selectOption("Savings (EUR)");
        button(dialog, "New transfer").click();
        sees("The transfer was recorded.");
        assertThat(section("Balance")).containsText("€800.00");
        assertEquals("200.00", user.get("/accounts/" + savings).path("balance").asText());

        show("transfers");
        assertThat(page.getByRole(AriaRole.LISTITEM)).containsText(new String[] {"Everyday → Savings"});
        choose("Everyday → Savings", "Delete");
        button(dialog("Delete Everyday → Savings?"), "Delete").click();
        heading("No transfers yet").waitFor();
        assertEquals(
                "1000.00", user.get("/accounts/" + everyday).path("balance").asText());
        page.keyboard().press("u");
        assertThat(page.getByRole(AriaRole.LISTITEM)).containsText(new String[] {"€200.00"});
        assertEquals("800.00", user.get("/accounts/" + everyday).path("balance").asText());
    }

    @Test
    void betweenCurrenciesWhatLeavesAndWhatArrivesAreBothAskedFor() {
        Signed user = signUp();
        account(user, "Everyday", "EUR", "1000");
        account(user, "New York", "USD", "0");
        show("transfers");
        button("New transfer").click();
        Locator dialog = dialog("New transfer");
        field("From").selectOption("Everyday (EUR)");
        field("To").selectOption("New York (USD)");
        field("Leaves, in EUR").fill("100");
        button(dialog, "New transfer").click();
        assertThat(field("Arrives, in USD")).isFocused();
        assertThat(dialog).containsText("This is not an amount that can be read.");
        field("Arrives, in USD").fill("108.50");
        button(dialog, "New transfer").click();
        sees("The transfer was recorded.");
        Locator row = page.getByRole(AriaRole.LISTITEM);
        assertThat(row).containsText(new String[] {"€100.00"});
        assertThat(row).containsText(new String[] {"US$108.50"});
        JsonNode transfer = user.get("/transfers").path("items").get(0);
        assertEquals("100.00", transfer.path("amount").asText());
        assertEquals("108.50", transfer.path("receivedAmount").asText());
        assertEquals("USD", transfer.path("receivedCurrency").asText());

        button("Everyday → New York").click();
        field("Arrives, in USD").fill("109");
        button(dialog("Edit the transfer"), "Save").click();
        sees("The transfer was changed.");
        assertThat(row).containsText(new String[] {"US$109.00"});
    }

    /** Takes something from the menu of an account or transfer. */
    private void choose(String name, String action) {
        button("Actions for " + name).click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }

    private static String account(Signed user, String name, String currency, String opening) {
        return user.post(
                        "/accounts",
                        Map.of("name", name, "kind", "checking", "currency", currency, "openingBalance", opening))
                .path("id")
                .asText();
    }
}
