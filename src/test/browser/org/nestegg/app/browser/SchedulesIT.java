package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schedules: what comes again. */
class SchedulesIT extends RoomTest {

    @Test
    void aScheduleIsMadeInWords() {
        Signed user = signUp();
        user.post("/accounts", Map.of("name", "Everyday", "kind", "checking"));
        show("schedules");
        button("Make the first one").click();
        control("Description").fill("Rent");
        control("Amount").fill("980");
        control("Account").selectOption("Everyday");
        control("Category").fill("Home");
        control("First on").fill(today.plusDays(1).toString());
        control("How often").selectOption("in another way …");
        control("Unit").selectOption("month");
        control("When in the month").selectOption("On the first working day");
        control("Every").fill("3");
        control("Every").press("Tab");
        assertThat(dialog()).containsText("That is: every 3 months on the first working day.");
        control("Every").fill("1");
        control("Every").press("Tab");
        control("Ends").selectOption("After some times");
        control("How many times").fill("24");
        control("How many times").press("Tab");
        assertThat(dialog()).containsText("That is: every month on the first working day, 24 times.");
        press("Make it");
        said("“Rent” was made.");
        assertThat(section("All of them")).containsText("every month on the first working day, 24 times, next on");
        JsonNode made = schedule(user);
        assertEquals(
                Set.of("FREQ=MONTHLY", "COUNT=24", "BYDAY=MO,TU,WE,TH,FR", "BYSETPOS=1"),
                Set.of(made.path("recurrence").asText().split(";")));
        assertEquals("-980.00", made.at("/transaction/amount").asText());
        assertEquals("Home", made.at("/transaction/category").asText());
        assertFalse(made.at("/transaction/accountId").isNull());
        assertThat(section("The next 60 days")).containsText("Rent");
    }

    @Test
    void anAccountThatGoesWhileItIsChosenIsShownAsGone() {
        Signed user = signUp();
        String purse = user.post("/accounts", Map.of("name", "Purse", "kind", "cash"))
                .path("id")
                .asText();
        show("schedules");
        button("Make the first one").click();
        control("Description").fill("Coffee");
        control("Account").selectOption("Purse");
        user.call("DELETE", "/accounts/" + purse, null);
        Locator chosen = control("Account").locator("option:checked");
        assertThat(chosen).hasText("An account that is gone");
        control("Account").selectOption("No account");
        assertThat(chosen).hasText("No account");
    }

    @Test
    void anOccurrenceIsSkippedRestoredAndRecorded() {
        Signed user = signUp();
        weekly(user, "post", today.plusDays(3));
        show("schedules");
        choose("Actions: Gym", "Skip it");
        said("is skipped.");
        assertThat(occurrence()).containsText("skipped");
        assertEquals("skipped", states(user).at("/0/state").asText());
        choose("Actions: Gym", "Have it recorded after all");
        said("counts again.");
        assertThat(occurrence()).not().containsText("skipped");
        choose("Actions: Gym", "Record it now");
        said("was recorded for");
        assertThat(occurrence()).containsText("recorded");
        assertEquals("posted", states(user).at("/0/state").asText());
        JsonNode recorded = user.get("/transactions?q=Gym").path("items");
        assertEquals(1, recorded.size());
        assertEquals(schedule(user).path("id"), recorded.at("/0/scheduleId"));
    }

    @Test
    void whatWaitsIsRecordedAsItIsOrWithAnotherAmount() {
        Signed user = signUp();
        weekly(user, "suggest", today);
        show("schedules");
        assertThat(waiting()).containsText("Gym");
        choose("Actions: Gym", "Record with another amount or day");
        assertThat(control("Amount in EUR")).hasValue("25.00");
        control("Amount in EUR").fill("27.50");
        press("Record");
        said("was recorded for");
        assertThat(waiting()).hasCount(0);
        assertEquals(
                "-27.50", user.get("/transactions?q=Gym").at("/items/0/amount").asText());
        undo("was recorded for");
        part(waiting(), AriaRole.BUTTON, "Record").click();
        assertThat(waiting()).hasCount(0);
        assertEquals(
                "-25.00", user.get("/transactions?q=Gym").at("/items/0/amount").asText());
    }

    @Test
    void whatHasComeAgainIsScheduledByOneClick() {
        Signed user = signUp();
        LocalDate last = today.getDayOfMonth() < 5 ? today.minusMonths(1) : today;
        for (int back = 0; back < 6; back++) {
            for (String name : List.of("Films at home", "Newspaper")) {
                user.post(
                        "/expenses",
                        Map.of(
                                "description",
                                name,
                                "amount",
                                name.equals("Newspaper") ? "31.50" : "12.99",
                                "date",
                                last.minusMonths(back).withDayOfMonth(5).toString()));
            }
        }
        show("schedules");
        sees("Seen coming again");
        assertThat(page.locator("main")).containsText("€12.99 every month on the 5th");
        button("Schedule it: Films at home").click();
        said("“Films at home” was made.");
        assertThat(button("Schedule it: Films at home")).hasCount(0);
        assertThat(section("All of them")).containsText("Films at home");
        assertEquals(
                "Films at home", schedule(user).at("/transaction/description").asText());

        button("No, do not suggest it again: Newspaper").click();
        assertThat(page.getByText("Seen coming again")).hasCount(0);
        page.reload();
        section("All of them").waitFor();
        assertThat(page.getByText("Seen coming again")).hasCount(0);
        assertEquals(1, user.get("/schedules").path("items").size());
    }

    @Test
    void aScheduleIsPausedAndGoesOn() {
        Signed user = signUp();
        weekly(user, "post", today.plusDays(3));
        show("schedules");
        link("Gym").first().click();
        heading("every week on").waitFor();
        button("Pause").click();
        said("“Gym” is paused.");
        sees("Nothing comes of it while it is paused.");
        assertTrue(schedule(user).path("paused").asBoolean());
        button("Resume").click();
        said("“Gym” goes on.");
        assertThat(page.getByText("Nothing comes of it while it is paused.")).hasCount(0);
        assertFalse(schedule(user).path("paused").asBoolean());
    }

    private static void weekly(Signed user, String mode, LocalDate start) {
        user.post(
                "/schedules",
                Map.of(
                        "recurrence",
                        "FREQ=WEEKLY",
                        "start",
                        start.toString(),
                        "mode",
                        mode,
                        "transaction",
                        Map.of("type", "expense", "description", "Gym", "amount", "25")));
    }

    private static JsonNode schedule(Signed user) {
        return user.get("/schedules").at("/items/0");
    }

    private JsonNode states(Signed user) {
        return user.get("/schedules/" + schedule(user).path("id").asText() + "/occurrences?from=" + today + "&to="
                        + today.plusDays(20))
                .path("items");
    }

    /** The first that is due. */
    private Locator occurrence() {
        return section("The next 60 days").getByRole(AriaRole.LISTITEM).first();
    }

    private Locator waiting() {
        return page.locator(".upcoming-day.upcoming-waiting");
    }
}
