package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What concerns the person themselves: who they are, where they are signed in, what they did, and leaving. */
class SettingsIT extends PageTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0";

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("401")
                || complaint.contains("403")
                || complaint.contains("409")
                || complaint.contains("422");
    }

    @Test
    void theLanguageAndTheNameAreChanged() {
        Signed user = signUp();
        show("settings");
        assertThat(button("Save")).isDisabled();
        page.getByLabel("Your name").fill("Rosa Luz");
        field("Language").selectOption("Deutsch");
        button("Save").click();
        heading("Einstellungen").waitFor();
        sees("Dein Profil wurde gespeichert.");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(link("Buchungen")).isVisible();
        JsonNode me = user.get("/me");
        assertEquals("Rosa Luz", me.path("name").asText());
        assertEquals("de", me.path("locale").asText());

        page.reload();
        heading("Einstellungen").waitFor();
        assertThat(page.getByLabel("Dein Name")).hasValue("Rosa Luz");
        show("accounts");
        heading("Noch keine Konten").waitFor();
    }

    @Test
    void aTimeZoneIsFoundByItsCityAndAWrongOneIsSaid() {
        Signed user = signUp();
        show("settings/profile");
        Locator zone = page.getByLabel("Time zone");
        zone.fill("Nowhere");
        button("Save").click();
        assertThat(zone).hasAttribute("aria-invalid", "true");
        assertThat(zone).isFocused();
        zone.fill("");
        zone.pressSequentially("new york");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("America/New_York"))
                .click();
        button("Save").click();
        sees("Your profile was saved.");
        assertEquals("America/New_York", user.get("/me").path("timeZone").asText());
    }

    @Test
    void aSecondSessionIsListedAndEnded() {
        Signed user = signUp();
        show("settings/sessions");
        Page here = page;
        use(options().setUserAgent(FIREFOX));
        signIn(user.email, PASSWORD);
        heading("Overview").waitFor();
        Page there = page;

        page = here;
        page.reload();
        assertThat(item("this one")).hasCount(1);
        assertThat(item("Firefox on Windows")).hasCount(1);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("End: Firefox on Windows, .*")))
                .click();
        sees("The session was ended.");
        assertThat(item("Firefox on Windows")).hasCount(0);
        assertThat(item("this one")).hasCount(1);

        page = there;
        page.evaluate("location.hash = '#/accounts'");
        heading("Sign in").waitFor();
        page = here;
        show("accounts");
        heading("No accounts yet").waitFor();
    }

    @Test
    void aKeyForProgramsIsShownOnceAndWorksUntilItIsRevoked() {
        Signed user = signUp();
        show("settings/tokens");
        button("New key").click();
        Locator form = dialog("New key");
        button(form, "New key").click();
        assertThat(field("Name")).isFocused();
        assertThat(field("Name")).hasAttribute("aria-invalid", "true");
        field("Name").fill("Backup");
        button(form, "New key").click();
        String secret = dialog("The key Backup")
                .getByLabel("Key", new Locator.GetByLabelOptions().setExact(true))
                .inputValue();
        assertTrue(secret.length() > 20, secret);
        button("I have kept it").click();
        assertThat(item("Backup")).containsText("never used");
        assertThat(page.locator("input")).hasCount(0);

        String bearer = "Bearer " + secret;
        String basic = "Basic " + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answers("GET", bearer));
        assertEquals(200, answers("GET", basic));
        assertEquals(403, answers("POST", bearer), "it may only read");
        assertEquals(0, user.get("/goals").path("items").size());

        page.reload();
        assertThat(item("Backup")).containsText("used");
        assertThat(page.getByText(secret)).hasCount(0);
        button("Revoke: Backup").click();
        button(dialog("Revoke Backup?"), "Revoke").click();
        sees("Backup was revoked.");
        heading("No keys").waitFor();
        assertEquals(401, answers("GET", bearer));
        assertEquals(401, answers("GET", basic));
        show("settings/activity");
        assertThat(page.getByRole(AriaRole.CELL).filter(new Locator.FilterOptions().setHasText("A key was revoked")))
                .hasCount(1);
    }

    @Test
    void theHistoryShowsAChangeAndUndoesIt() {
        Signed user = signUp();
        String id = spent(user, "Tea");
        user.call("PATCH", "/transactions/" + id, Map.of("description", "Coffee"));
        show("settings/history");
        Locator changed = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Changed a transaction")));
        assertThat(changed).hasAttribute("aria-expanded", "false");
        changed.click();
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Description"));
        assertThat(row).containsText("Tea");
        assertThat(row).containsText("Coffee");

        button("Undo: No. 2, Changed a transaction").click();
        assertThat(changed).containsText("undone");
        assertThat(page.getByText("undoes no. 2")).isVisible();
        assertThat(button("Undo: No. 2, Changed a transaction")).hasCount(0);
        assertEquals("Tea", user.get("/transactions/" + id).path("description").asText());
    }

    @Test
    void whatWasChangedSinceIsSaidAndUndoneFirst() {
        Signed user = signUp();
        String id = spent(user, "Tea");
        user.call("PATCH", "/transactions/" + id, Map.of("description", "Coffee"));
        user.call("PATCH", "/transactions/" + id, Map.of("description", "Cocoa"));
        show("settings/history");
        button("Undo: No. 2, Changed a transaction").click();
        Locator conflict = page.getByRole(AriaRole.ALERT);
        assertThat(conflict).containsText("It cannot be undone alone");
        button(conflict, "Undo no. 3 first").click();
        assertThat(page.getByText("undoes no. 3")).isVisible();
        assertEquals(
                "Coffee", user.get("/transactions/" + id).path("description").asText());
        button("Undo: No. 2, Changed a transaction").click();
        assertThat(page.getByText("undoes no. 2")).isVisible();
        assertEquals("Tea", user.get("/transactions/" + id).path("description").asText());
    }

    @Test
    void theActivityShowsWhatHappenedToTheAccess() {
        Signed user = signUp();
        assertEquals(401, login(user.email, "not this one at all"));
        user.post("/me/tokens", Map.of("name", "Backup", "scope", "read"));
        show("settings/activity");
        Locator rows = page.getByRole(AriaRole.ROW);
        assertThat(rows).containsText(new String[] {"A key was made", "A wrong password when signing in", "Signed up"});
    }

    @Test
    void allDataIsTakenAlong() {
        Signed user = signUp();
        spent(user, "Tea, green");
        String japan = user.post("/goals", Map.of("name", "Japan", "targetAmount", "4000"))
                .path("id")
                .asText();
        user.post("/goals", Map.of("name", "Flights", "parentId", japan));
        String list =
                user.post("/bucketlists", Map.of("name", "Some day")).path("id").asText();
        user.post("/bucketlists/" + list + "/items", Map.of("name", "See the northern lights"));
        show("settings/data");
        Downloaded transactions = download(button("All transactions"));
        assertTrue(transactions.name().matches("nestegg-transactions-[\\d-]{10}\\.csv"), transactions.name());
        assertEquals(2, transactions.lines().size(), transactions.text());
        assertTrue(transactions.text().contains("\"Tea, green\""), transactions.text());
        Downloaded goals = download(button("All goals"));
        assertEquals(3, goals.lines().size(), goals.text());
        assertTrue(goals.text().contains("Japan,Flights,"), goals.text());
        Downloaded lists = download(button("All bucket lists"));
        assertEquals("Some day,See the northern lights,,No,", lists.lines().getLast());
    }

    @Test
    void whoLeavesTypesTheirAddressAndIsGone() {
        Signed user = signUp();
        spent(user, "Tea");
        show("settings/data");
        button("Delete everything").click();
        Locator dialog = dialog("Delete everything?");
        assertThat(button(dialog, "Delete everything")).isDisabled();
        dialog.getByRole(AriaRole.TEXTBOX).fill("somebody.else@example.com");
        assertThat(button(dialog, "Delete everything")).isDisabled();
        page.keyboard().press("Enter");
        assertThat(dialog).isVisible();
        dialog.getByRole(AriaRole.TEXTBOX).fill(user.email.toUpperCase());
        button(dialog, "Delete everything").click();
        heading("Sign in").waitFor();
        assertThat(dialog).hasCount(0);

        signIn(user.email, PASSWORD);
        page.getByRole(AriaRole.ALERT).waitFor();
        assertThat(heading("Sign in")).isVisible();
        assertEquals(401, login(user.email, PASSWORD));
    }

    private void signIn(String email, String password) {
        page.navigate(base + "/#/sign-in");
        page.getByLabel("E-mail address").fill(email);
        field("Password").fill(password);
        button("Sign in").click();
    }

    /** How the service answers a program, which has no cookie, when it reads goals or makes one. */
    private int answers(String method, String authorization) {
        return (int) page.evaluate("""
                async ({ method, authorization }) => {
                  const body = method === 'POST' ? JSON.stringify({ name: 'By a program' }) : undefined;
                  const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
                  return (await fetch('/api/v1/goals', { method, headers, body, credentials: 'omit' })).status;
                }""", Map.of("method", method, "authorization", authorization));
    }

    /** How the service answers somebody who signs in elsewhere. */
    private int login(String email, String password) {
        return context.request()
                .post(
                        base + "/api/v1/auth/login",
                        RequestOptions.create().setData(Map.of("email", email, "password", password)))
                .status();
    }

    /** The item of a list that says this. */
    private Locator item(String text) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static String spent(Signed user, String description) {
        return user.post("/expenses", Map.of("description", description, "amount", "4"))
                .path("id")
                .asText();
    }
}
