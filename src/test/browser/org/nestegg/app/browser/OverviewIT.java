package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All at a glance: for who has just come, and for who has been here for long. */
class OverviewIT extends PageTest {

    /** A digit beside a currency's sign, as amounts have. */
    private static final Pattern AMOUNT = Pattern.compile("[€$]\\s*\\d|\\d\\s*[€$]");

    /** Whatever the page says to anybody: its text, what screen readers are told, and what fields show. */
    private static final String ALL_THAT_IS_SAID = """
            () => [document.body.innerText, ...[...document.querySelectorAll('*')].flatMap((element) =>
              ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt', 'placeholder']
                .map((name) => element.getAttribute(name)).concat(element.type === 'password' ? null : element.value, element.localName === 'text' ? element.textContent : null))]
              .filter((said) => typeof said === 'string').join('\\n')""";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Test
    void whoHasNothingYetIsShownFirstStepsWhichAreTicked() {
        Signed user = signUp();
        show("overview");
        heading("Welcome. Where would you like to begin?").waitFor();
        assertThat(step("Record something")).not().containsText("Done");
        button("Record").click();
        page.getByLabel("Amount (EUR)").fill("3.20");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Description"))
                .fill("Coffee");
        button("Save").click();

        heading("First steps").waitFor();
        assertThat(step("Record something")).containsText("Done");
        assertThat(step("Set a goal")).not().containsText("Done");
        assertThat(section("What you own")).containsText("-€3.20");
        user.post("/goals", Map.of("name", "Japan", "targetAmount", "4000"));
        assertThat(step("Set a goal")).containsText("Done");
        link("Import a file").click();
        heading("Import").first().waitFor();
        page.goBack();
        heading("First steps").waitFor();
        user.post("/accounts", Map.of("name", "Everyday", "kind", "checking", "openingBalance", "100"));
        assertThat(heading("First steps")).hasCount(0);
        assertThat(section("What you own")).containsText("€96.80");
    }

    @Test
    void firstStepsCanBePutAway() {
        Signed user = signUp();
        spent(user, "Coffee", "3", "Eating out");
        show("overview");
        heading("First steps").waitFor();
        button("Hide").click();
        assertThat(heading("First steps")).hasCount(0);
        page.reload();
        section("What you own").waitFor();
        assertThat(heading("First steps")).hasCount(0);
    }

    @Test
    void whoHasBeenHereForLongSeesAllAtAGlance() {
        Signed user = signUp();
        Demo.fill(user);
        show("overview");
        JsonNode overview = overview(user, 12);
        assertThat(section("What you own")).containsText(worth(overview));
        assertThat(section("What you own").getByRole(AriaRole.SLIDER)).isVisible();
        assertThat(section("Safe to spend today")).containsText(euros(sum(overview.path("budgets"), "perDay")));
        assertThat(section("Safe to spend today").getByRole(AriaRole.LINK)).hasCount(4);
        assertFalse(overview.path("due").isEmpty(), "something is due in each 30 days");
        overview.path("due")
                .forEach(due -> assertThat(section("Due in the next 30 days"))
                        .containsText(due.path("name").asText()));
        assertThat(section("Forecast")).containsText("Lowest on");
        assertThat(section("Forecast").getByRole(AriaRole.SLIDER)).isVisible();
        assertThat(section("Income and spending").getByRole(AriaRole.SLIDER)).isVisible();
        JsonNode most = overview.path("categories").get(0);
        assertThat(section("Spending by category"))
                .containsText(most.path("category").asText());
        assertThat(section("Spending by category"))
                .containsText(euros(decimal(most.path("expense")).negate()));
        assertThat(section("Goals")).containsText("A place of our own");
        assertThat(section("Accounts").getByRole(AriaRole.LISTITEM)).hasCount(3);
    }

    @Test
    void anotherPeriodIsChosenAndStandsInTheAddress() {
        Signed user = signUp();
        spent(user, "Coffee", "3", "Eating out");
        show("overview");
        assertThat(field("1 year")).isChecked();
        field("1 month").click();
        assertThat(page).hasURL(Pattern.compile("period=month"));
        String since = Objects.toString(page.evaluate(
                "day => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(day))",
                today.minusMonths(1).withDayOfMonth(1).toString()));
        assertThat(section("What you own")).containsText("since " + since);
        page.reload();
        assertThat(field("1 month")).isChecked();
        assertThat(section("What you own")).containsText("since " + since);
        page.goBack();
        assertThat(field("1 year")).isChecked();
    }

    @Test
    void aCategoryLeadsToItsTransactions() {
        Signed user = signUp();
        spent(user, "Rewe", "40", "Groceries");
        spent(user, "Lidl", "20", "Groceries");
        spent(user, "Cinema", "12", "Leisure");
        show("overview");
        section("Spending by category")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Groceries"))
                .click();
        heading("Transactions").first().waitFor();
        assertThat(page).hasURL(Pattern.compile("category=Groceries"));
        assertThat(page.getByText("2 transactions")).isVisible();
        sees("Rewe");
        sees("Lidl");
        assertThat(page.getByText("Cinema")).hasCount(0);
        page.goBack();
        section("Spending by category").waitFor();
    }

    @Test
    void aPlotIsReadAsATableAndDownloaded() {
        Signed user = signUp();
        user.post("/accounts", Map.of("name", "Everyday", "kind", "checking", "openingBalance", "1500"));
        spent(user, "Rewe", "40.50", "Groceries");
        show("overview");
        button("Show as a table: What you own").click();
        Locator table = section("What you own").getByRole(AriaRole.TABLE);
        assertThat(table.getByRole(AriaRole.COLUMNHEADER).first()).hasText("Day");
        assertThat(table.getByRole(AriaRole.ROW).last()).containsText("€1,459.50");
        assertThat(section("What you own").getByRole(AriaRole.SLIDER)).hasCount(0);

        Downloaded file = download(button("Download as CSV: What you own"));
        assertEquals("What you own.csv", file.name());
        assertEquals(today + ",1459.50", file.lines().getLast());
        JsonNode overview = overview(user, 12);
        assertEquals(
                overview.path("worth").path("items").size() + 2, file.lines().size(), file.text());
        button("Show as a table: What you own").click();
        assertThat(section("What you own").getByRole(AriaRole.SLIDER)).isVisible();
    }

    @Test
    void aPlotIsReadValueByValueWithTheArrowKeys() {
        Signed user = signUp();
        user.post("/accounts", Map.of("name", "Everyday", "kind", "checking", "openingBalance", "1500"));
        spent(user, "Rewe", "40.50", "Groceries");
        show("overview");
        Locator plot = section("What you own").getByRole(AriaRole.SLIDER);
        plot.focus();
        assertThat(plot).hasAttribute("aria-valuetext", Pattern.compile("1,459\\.50"));
        page.keyboard().press("Home");
        assertThat(plot).hasAttribute("aria-valuenow", "0");
        assertThat(plot).hasAttribute("aria-valuetext", Pattern.compile("1,500\\.00"));
        page.keyboard().press("ArrowRight");
        assertThat(plot).hasAttribute("aria-valuenow", "1");
    }

    @Test
    void noDigitOfAnAmountIsLeftWhereAmountsAreHidden() {
        Signed user = signUp();
        Map<String, String> amounts = someOfEach(user);
        amounts.forEach((view, amount) -> {
            show(view);
            assertThat(page.getByText(amount).first()).isAttached();
        });
        page.keyboard().press("h");
        amounts.keySet().forEach(view -> {
            show(view);
            assertNoAmountIsSaid(view, amounts);
        });
        show("settings/history");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Recorded an expense"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.CELL).first()).isVisible();
        assertNoAmountIsSaid("settings/history", amounts);

        show("overview");
        page.reload();
        assertThat(section("What you own")).containsText("•••");
        assertNoAmountIsSaid("overview", amounts);
        button("Hide amounts").click();
        assertThat(section("What you own")).containsText(worth(overview(user, 12)));
    }

    /** Money in each of the views: by view, an amount that is seen there. */
    private Map<String, String> someOfEach(Signed user) {
        String everyday =
                id(user.post("/accounts", Map.of("name", "Everyday", "kind", "checking", "openingBalance", "4321.09")));
        String savings = id(user.post("/accounts", Map.of("name", "Savings", "kind", "savings")));
        user.post(
                "/expenses",
                Map.of("description", "Rent", "amount", "777.77", "category", "Rent", "accountId", everyday));
        user.post("/transfers", Map.of("fromAccountId", everyday, "toAccountId", savings, "amount", "333.11"));
        String budget =
                id(user.post("/budgets", Map.of("name", "Food", "amount", "555.55", "categories", List.of("Food"))));
        String schedule = id(user.post(
                "/schedules",
                Map.of(
                        "name",
                        "Music lessons",
                        "recurrence",
                        "FREQ=MONTHLY",
                        "start",
                        today.plusDays(3).toString(),
                        "transaction",
                        Map.of(
                                "type",
                                "expense",
                                "description",
                                "Music lessons",
                                "amount",
                                "66.22",
                                "category",
                                "Music"))));
        String goal = id(user.post("/goals", Map.of("name", "Japan", "targetAmount", "8888.44")));
        user.post("/goals/" + goal + "/contributions", Map.of("amount", "222.33"));
        Map<String, String> amounts = new LinkedHashMap<>();
        amounts.put("overview", "777.77");
        amounts.put("transactions", "777.77");
        amounts.put("accounts", "333.11");
        amounts.put("accounts/" + everyday, "777.77");
        amounts.put("transfers", "333.11");
        amounts.put("budgets", "555.55");
        amounts.put("budgets/" + budget, "555.55");
        amounts.put("schedules", "66.22");
        amounts.put("schedules/" + schedule, "66.22");
        amounts.put("forecast", "66.22");
        amounts.put("goals", "8,888.44");
        amounts.put("goals/" + goal, "222.33");
        return amounts;
    }

    private void assertNoAmountIsSaid(String view, Map<String, String> amounts) {
        assertThat(page.getByText("•••").first()).isAttached();
        assertThat(page.locator(".skeleton")).hasCount(0);
        String said = Objects.toString(page.evaluate(ALL_THAT_IS_SAID));
        amounts.values().forEach(amount -> assertFalse(said.contains(amount), () -> view + " says " + amount));
        amounts.values()
                .forEach(amount -> assertFalse(said.contains(amount.replace(",", "")), () -> view + " has " + amount));
        Matcher digit = AMOUNT.matcher(said);
        assertFalse(
                digit.find(),
                () -> view + " says " + said.substring(Math.max(0, digit.start() - 40), digit.end() + 20));
    }

    private JsonNode overview(Signed user, int months) {
        return user.get(
                "/overview?interval=week&from=" + today.minusMonths(months).withDayOfMonth(1));
    }

    private static String worth(JsonNode overview) {
        JsonNode items = overview.path("worth").path("items");
        return euros(decimal(items.get(items.size() - 1).path("balance")));
    }

    private static BigDecimal sum(JsonNode all, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode one : all) {
            sum = sum.add(decimal(one.path(field)));
        }
        return sum;
    }

    private static BigDecimal decimal(JsonNode amount) {
        return new BigDecimal(amount.asText());
    }

    /** As the page writes it. */
    private static String euros(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.UK);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(amount);
    }

    /** One of the first steps. */
    private Locator step(String title) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void spent(Signed user, String description, String amount, String category) {
        user.post("/expenses", Map.of("description", description, "amount", amount, "category", category));
    }

    private static String id(JsonNode created) {
        return created.path("id").asText();
    }
}
