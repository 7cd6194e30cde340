package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was earned and spent: recorded, found, changed, and taken back. */
class TransactionsIT extends PageTest {

    private static final String ACCOUNTS = "**/accounts?*";

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("422");
    }

    @Test
    void somethingIsRecordedWithACategoryThatIsCompleted() {
        Signed user = signUp();
        spent(user, "Rewe", "20", "Groceries", "2026-03-01");
        show("transactions");
        sees("Rewe");
        page.keyboard().press("n");
        page.getByLabel("Amount (EUR)").fill("12,34");
        combobox("Description").fill("Market stall");
        combobox("Category").pressSequentially("gro");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Groceries"))
                .waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(combobox("Category")).hasValue("Groceries");
        page.keyboard().press("Enter");

        sees("“Market stall” recorded.");
        assertThat(dialog("Record a transaction")).hasCount(0);
        assertThat(row("Market stall")).containsText("Groceries");
        assertThat(row("Market stall")).containsText("-€12.34");
        assertThat(page.getByText("2 transactions")).isVisible();
        JsonNode recorded = only(user, "q=Market stall");
        assertEquals("-12.34", recorded.path("amount").asText());
        assertEquals("Groceries", recorded.path("category").asText());
    }

    /** In the account that is used, if it is of the currency that was shown: the account is not known yet when the form is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"EUR", "CHF"})
    void whoIsQuickerThanTheServiceLosesNothing(String currency) {
        Signed user = signUp();
        user.post("/accounts", Map.of("name", "Purse", "kind", "cash", "currency", currency));
        List<Route> held = saveBeforeTheAccountsAreThere();
        assertThat(button("Save")).isDisabled();
        assertEquals(0, count(user, "q=Tea"));
        letGo(held);

        sees("“Tea” recorded.");
        assertThat(dialog("Record a transaction")).hasCount(0);
        JsonNode recorded = only(user, "q=Tea");
        assertEquals("EUR", recorded.path("currency").asText());
        assertEquals(currency.equals("EUR"), recorded.hasNonNull("accountId"));
    }

    @Test
    void whatIsDiscardedWhileItWaitsIsNotRecorded() {
        Signed user = signUp();
        List<Route> held = saveBeforeTheAccountsAreThere();
        page.keyboard().press("Escape");
        button("Discard").click();
        assertThat(dialog("Record a transaction")).hasCount(0);
        letGo(held);
        page.keyboard().press("n");
        page.getByLabel("Amount (EUR)").fill("6");
        combobox("Description").fill("Milk");
        button("Save").click();
        sees("“Milk” recorded.");
        only(user, "limit=10");
    }

    @Test
    void whatATransferIsBetweenIsWaitedFor() {
        Signed user = signUp();
        user.post("/accounts", Map.of("name", "Purse", "kind", "cash"));
        user.post("/accounts", Map.of("name", "Savings", "kind", "savings"));
        List<Route> held = recordBeforeTheAccountsAreThere();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Transfer"))
                .check();
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(dialog("Record a transaction").locator("[aria-busy=true]")).hasCount(1);
        assertThat(page.getByText("Add a second one first.")).hasCount(0);
        letGo(held);
        assertThat(dialog("Record a transaction").locator("#transaction-toAccountId"))
                .isVisible();
    }

    private List<Route> saveBeforeTheAccountsAreThere() {
        List<Route> held = recordBeforeTheAccountsAreThere();
        page.getByLabel("Amount (EUR)").fill("5");
        combobox("Description").fill("Tea");
        button("Save").click();
        page.waitForCondition(() -> !held.isEmpty());
        return held;
    }

    /** Every request for accounts is held, whoever asks: the list behind the dialog may ask again at any time. */
    private List<Route> recordBeforeTheAccountsAreThere() {
        willHold();
        show("transactions");
        button("Record a transaction").first().waitFor();
        List<Route> held = new ArrayList<>();
        page.route(ACCOUNTS, held::add);
        page.keyboard().press("n");
        return held;
    }

    private void letGo(List<Route> held) {
        page.unroute(ACCOUNTS);
        held.forEach(Route::resume);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Signed user = signUp();
        show("transactions");
        button("Record a transaction").first().click();
        page.getByLabel("Amount (EUR)").fill("a lot");
        button("Save").click();
        assertThat(page.getByLabel("Amount (EUR)")).isFocused();
        assertThat(page.getByText("This is not an amount.")).isVisible();
        page.getByLabel("Amount (EUR)").fill("9");
        button("Save").click();
        assertThat(combobox("Description")).isFocused();
        assertThat(combobox("Description")).hasAttribute("aria-invalid", "true");
        combobox("Description").fill("Pencils");
        button("Save").click();
        assertThat(row("Pencils")).isVisible();
        only(user, "q=Pencils");
    }

    @Test
    void aRowIsChangedInItsPlaceByKeyboardAlone() {
        Signed user = signUp();
        spent(user, "Tram", "3", "Transport", "2026-03-02");
        spent(user, "Train", "30", "Transport", "2026-03-01");
        show("transactions");
        sees("Tram");
        page.keyboard().press("j");
        assertThat(row("Tram")).isFocused();
        page.keyboard().press("j");
        assertThat(row("Train")).isFocused();
        page.keyboard().press("e");
        assertThat(field("Description")).isFocused();
        page.keyboard().type("Night train");
        Request sent = page.waitForRequest(
                request -> request.method().equals("PATCH"),
                () -> page.keyboard().press("Enter"));
        assertEquals("{\"description\":\"Night train\"}", sent.postData(), "only what was changed is sent");
        assertThat(row("Night train")).isFocused();
        assertEquals("-30.00", only(user, "q=Night train").path("amount").asText());
    }

    @Test
    void anAmountIsChangedInItsPlaceAndAWrongOneIsSaidThere() {
        Signed user = signUp();
        spent(user, "Lamp", "40", "Home", "2026-03-02");
        show("transactions");
        row("Lamp").locator(".transactions-amount").dblclick();
        assertThat(field("Amount")).isFocused();
        assertThat(field("Amount")).hasValue("40.00");
        field("Amount").fill("forty");
        page.keyboard().press("Enter");
        assertThat(page.getByText("This is not an amount.")).isVisible();
        assertThat(field("Amount")).isFocused();
        field("Amount").fill("44,50");
        button("Save").click();
        assertThat(row("Lamp")).containsText("-€44.50");
        assertEquals("-44.50", only(user, "q=Lamp").path("amount").asText());
    }

    @Test
    void whatWasTypedIntoARowIsGivenUpByEscape() {
        Signed user = signUp();
        spent(user, "Tram", "3", "Transport", "2026-03-02");
        show("transactions");
        sees("Tram");
        page.keyboard().press("j");
        page.keyboard().press("e");
        assertThat(field("Description")).isFocused();
        page.keyboard().type("Something else");
        page.keyboard().press("Escape");
        assertThat(row("Tram")).isFocused();
        assertThat(page.getByText("Something else")).hasCount(0);
        only(user, "q=Tram");
    }

    @Test
    void severalAreGivenACategoryAtOnceAndThatIsUndone() {
        Signed user = signUp();
        spent(user, "Flight", "300", "Travel", "2026-03-03");
        spent(user, "Hotel", "400", null, "2026-03-02");
        spent(user, "Dentist", "80", "Health", "2026-03-01");
        show("transactions");
        sees("Dentist");
        List.of("j", "x", "j", "x").forEach(page.keyboard()::press);
        assertThat(section("Selected transactions")).containsText("2 selected");
        assertThat(section("Selected transactions")).containsText("-€700.00");
        button("Set category").click();
        combobox("Category").fill("Holiday");
        button("Change 2 transactions").click();
        sees("2 transactions changed.");
        assertThat(row("Flight")).containsText("Holiday");
        assertThat(row("Hotel")).containsText("Holiday");
        assertThat(row("Dentist")).containsText("Health");
        assertEquals(2, count(user, "category=Holiday"));

        page.keyboard().press("u");
        sees("Undone.");
        assertThat(row("Flight")).containsText("Travel");
        assertThat(page.getByText("Holiday", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        assertEquals(0, count(user, "category=Holiday"));
        assertEquals(1, count(user, "category=Travel"));
    }

    @Test
    void severalAreDeletedAtOnceAndComeBack() {
        Signed user = signUp();
        spent(user, "Flight", "300", "Travel", "2026-03-03");
        spent(user, "Hotel", "400", "Travel", "2026-03-02");
        show("transactions");
        sees("Hotel");
        field("Select all that are loaded").check();
        button(section("Selected transactions"), "Delete").click();
        sees("2 transactions deleted.");
        assertThat(heading("Nothing recorded yet")).isVisible();
        assertEquals(0, count(user, ""));
        button("Undo").click();
        assertThat(row("Flight")).isVisible();
        assertThat(row("Hotel")).isVisible();
        assertEquals(2, count(user, ""));
    }

    @Test
    void whatIsDeletedComesBackByUndo() {
        Signed user = signUp();
        spent(user, "Umbrella", "15", "Clothes", "2026-03-02");
        spent(user, "Boots", "90", "Clothes", "2026-03-01");
        show("transactions");
        sees("Boots");
        page.keyboard().press("j");
        page.keyboard().press("Delete");
        sees("“Umbrella” deleted.");
        assertThat(row("Umbrella")).hasCount(0);
        assertThat(row("Boots")).isFocused();
        assertEquals(0, count(user, "q=Umbrella"));
        button("Undo").click();
        assertThat(row("Umbrella")).isVisible();
        only(user, "q=Umbrella");
    }

    @Test
    void whatIsSearchedForStandsInTheAddressAndSurvivesAReload() {
        Signed user = signUp();
        spent(user, "Green tea", "5", "Groceries", "2026-03-02");
        spent(user, "Tea house", "12", "Eating out", "2026-03-01");
        spent(user, "Coffee", "4", "Groceries", "2026-03-01");
        show("transactions");
        sees("Coffee");
        page.keyboard().press("/");
        page.keyboard().type("tea");
        assertThat(row("Coffee")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("q=tea"));
        button("Filters").click();
        combobox("Category").fill("Groceries");
        assertThat(row("Tea house")).hasCount(0);
        page.getByLabel("At most").fill("-2");
        assertThat(page).hasURL(Pattern.compile("category=Groceries.*maxAmount=-2|maxAmount=-2.*category=Groceries"));

        page.reload();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("tea");
        assertThat(row("Green tea")).isVisible();
        assertThat(page.getByText("1 transaction", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        button("Remove Category: Groceries").click();
        assertThat(row("Tea house")).isVisible();
        button("Clear all").click();
        assertThat(row("Coffee")).isVisible();
        assertThat(page.getByText("3 transactions")).isVisible();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("");
    }

    @Test
    void whatIsShownIsDownloadedAsCsv() {
        Signed user = signUp();
        spent(user, "Green tea, \"sencha\"", "5", "Groceries", "2026-03-02");
        spent(user, "Tea house", "12", "Eating out", "2026-03-01");
        spent(user, "Coffee", "4", "Groceries", "2026-03-01");
        show("transactions?q=tea&sort=date");
        assertThat(page.getByText("2 transactions")).isVisible();
        Downloaded file = download(button("Download as CSV"));
        assertTrue(file.name().matches("transactions-\\d{4}-\\d\\d-\\d\\d\\.csv"), file.name());
        assertEquals(3, file.lines().size(), file.text());
        assertTrue(file.lines().getFirst().contains("description"), file.text());
        assertTrue(file.lines().get(1).contains("Tea house"), file.text());
        assertTrue(file.lines().get(1).contains("-12.00"), file.text());
        assertTrue(file.lines().get(2).contains("\"Green tea, \"\"sencha\"\"\""), file.text());
    }

    @Test
    void aThousandRowsAreScrolledToTheEndAndFewOfThemAreElements() {
        Signed user = signUp();
        LocalDate last = LocalDate.of(2026, 3, 31);
        for (int part = 0; part < 2; part++) {
            user.post(
                    "/transactions/batch",
                    Map.of(
                            "create",
                            IntStream.rangeClosed(500 * part + 1, 500 * part + 500)
                                    .mapToObj(number -> Map.of(
                                            "type",
                                            "expense",
                                            "description",
                                            "Number " + number,
                                            "amount",
                                            "1",
                                            "date",
                                            last.minusDays(number).toString()))
                                    .toList()));
        }
        show("transactions");
        assertThat(row("Number 1")).isVisible();
        assertThat(page.getByText("1,000 transactions")).isVisible();
        page.evaluate("""
                () => {
                  const count = () => (window.most = Math.max(window.most ?? 0, document.querySelectorAll('[role=row]').length));
                  count();
                  new MutationObserver(count).observe(document.body, { childList: true, subtree: true });
                }""");
        page.mouse().move(640, 600);
        long until = System.currentTimeMillis() + 30_000;
        while (!row("Number 1000").isVisible() && System.currentTimeMillis() < until) {
            page.mouse().wheel(0, 4000);
            page.evaluate("new Promise(requestAnimationFrame)");
        }
        assertThat(row("Number 1000")).isInViewport();
        assertThat(row("Number 1000")).hasAttribute("aria-rowindex", "1001");
        int most = (int) page.evaluate("window.most");
        assertTrue(most > 10 && most < 400, most + " rows were elements at once");

        page.keyboard().press("j");
        page.keyboard().press("End");
        assertThat(row("Number 1000")).isFocused();
        page.keyboard().press("Home");
        assertThat(row("Number 1")).isFocused();
        assertThat(row("Number 1")).isInViewport();
    }

    @Test
    void onAPhoneARowIsOpenedByATapAndChanged() {
        use(small(options()));
        Signed user = signUp();
        spent(user, "Sandwich", "6", "Eating out", "2026-03-02");
        show("transactions");
        row("Sandwich").tap();
        dialog("Change the transaction").waitFor();
        page.getByLabel("Amount (EUR)").fill("6.50");
        button("Save").tap();
        assertThat(row("Sandwich")).containsText("-€6.50");
        assertEquals("-6.50", only(user, "q=Sandwich").path("amount").asText());
    }

    private static void spent(Signed user, String description, String amount, String category, String day) {
        Map<String, Object> expense = new HashMap<>(Map.of("description", description, "amount", amount, "date", day));
        if (category != null) {
            expense.put("category", category);
        }
        user.post("/expenses", expense);
    }

    /** The one transaction that these parameters leave. */
    private static JsonNode only(Signed user, String parameters) {
        JsonNode items = user.get("/transactions?" + parameters).path("items");
        assertEquals(1, items.size(), items::toString);
        return items.get(0);
    }

    private static int count(Signed user, String parameters) {
        return user.get("/transactions?count=true&" + parameters).path("total").asInt();
    }

    /** The row of the transaction that is called so. */
    private Locator row(String description) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.CHECKBOX,
                                new Page.GetByRoleOptions()
                                        .setName("Select " + description)
                                        .setExact(true))));
    }

    private Locator combobox(String label) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }
}
