package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Budgets: what may be spent, and what is left of it. */
class BudgetsIT extends RoomTest {

    @Test
    void aSuggestionBecomesABudgetThatSaysWhatIsLeft() {
        Signed user = signUp();
        for (int back = 1; back <= 3; back++) {
            spend(
                    user,
                    "Market",
                    "100",
                    today.withDayOfMonth(1).minusMonths(back).plusDays(9));
        }
        show("budgets");
        button("Groceries €100 a month").click();
        assertThat(control("Name")).hasValue("Groceries");
        assertThat(control("Amount for each period")).hasValue("100");
        press("Make it");
        said("“Groceries” was made.");
        assertThat(card("Groceries")).containsText("€100.00 left");
        assertThat(button("Groceries €100 a month")).hasCount(0);

        spend(user, "Rewe", "30", today);
        page.reload();
        assertThat(card("Groceries")).containsText("€70.00 left");
        assertThat(card("Groceries")).containsText("€30.00 of €100.00 spent");
        assertEquals("70.00", budget(user).at("/current/left").asText());
        assertThat(section("Safe to spend today"))
                .containsText(euros(budget(user).at("/current/perDay").asText()));
    }

    @Test
    void aBudgetFromPaydayToPaydayIsMadeByTheDialog() {
        Signed user = signUp();
        show("budgets");
        button("Make the first one").click();
        control("Name").fill("Fun");
        control("Amount for each period").fill("some");
        control("Categories").fill("Leisure");
        page.keyboard().press("Enter");
        page.keyboard().type("Eating out,");
        control("How often").selectOption("from payday to payday");
        control("Payday is the").fill("27");
        control("Payday is the").press("Tab");
        assertThat(dialog()).containsText("That is: every month on the 27th.");
        dialog().getByText("Keep what is left for the next; forget what was too much")
                .click();
        press("Make it");
        assertThat(dialog()).containsText("Write an amount, such as 120 or 12.50.");
        assertThat(control("Amount for each period")).isFocused();
        control("Amount for each period").fill("60.50");
        press("Make it");
        said("“Fun” was made.");
        assertThat(card("Fun")).containsText("€60.50 left");
        JsonNode budget = budget(user);
        assertEquals("60.50", budget.path("amount").asText());
        assertEquals("Eating out,Leisure", sorted(budget.path("categories")));
        assertEquals("FREQ=MONTHLY;BYMONTHDAY=27", budget.path("recurrence").asText());
        assertEquals("unspent", budget.path("rollover").asText());
    }

    @Test
    void oneBudgetShowsWhatCountsAndItsPeriods() {
        Signed user = signUp();
        LocalDate before = today.withDayOfMonth(1).minusMonths(1);
        String id = user.post(
                        "/budgets",
                        Map.of(
                                "name",
                                "Groceries",
                                "amount",
                                "100",
                                "categories",
                                List.of("Groceries"),
                                "start",
                                before.toString()))
                .path("id")
                .asText();
        spend(user, "Rewe", "30", today);
        spend(user, "Market", "45", before.plusDays(4));
        show("budgets");
        link("Groceries").click();
        sees("€100.00 every month on the 1st, for: Groceries.");
        sees("€70.00 left");
        assertThat(counted("Rewe")).isVisible();
        assertThat(counted("Market")).hasCount(0);
        assertThat(section("The past year").getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW))
                .hasCount(3);

        button("The period before").click();
        sees("€55.00 left");
        assertThat(counted("Market")).isVisible();
        assertThat(button("The period before")).hasCount(0);
        button("The period after").click();
        sees("€70.00 left");

        button("Edit").click();
        control("Amount for each period").fill("20");
        press("Save");
        sees("Overspent by €10.00");
        assertEquals("20.00", budget(user).path("amount").asText());

        choose("Actions", "Delete");
        press("Delete");
        sees("Say what you want to spend");
        assertTrue(user.get("/budgets").path("items").isEmpty());
        undo("“Groceries” was deleted.");
        assertThat(card("Groceries")).containsText("Overspent by €10.00");
        assertEquals(id, budget(user).path("id").asText());
    }

    private static void spend(Signed user, String where, String amount, LocalDate date) {
        user.post(
                "/expenses",
                Map.of("description", where, "amount", amount, "category", "Groceries", "date", date.toString()));
    }

    private static JsonNode budget(Signed user) {
        return user.get("/budgets").at("/items/0");
    }

    private static String sorted(JsonNode texts) {
        return String.join(
                ",", texts.valueStream().map(JsonNode::asText).sorted().toList());
    }

    private Locator card(String name) {
        return page.locator("main")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING).getByText(name)));
    }

    private Locator counted(String name) {
        return page.locator(".budget-counted").getByText(name);
    }
}
