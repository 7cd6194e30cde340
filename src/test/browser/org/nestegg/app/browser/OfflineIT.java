package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is lost when the network goes. */
class OfflineIT extends RoomTest {

    /** Whether the test itself sees to it that requests fail. */
    private boolean failing;

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("ERR_INTERNET_DISCONNECTED") || failing && complaint.contains("ERR_FAILED");
    }

    @Test
    void whatCouldNotBeSavedIsKeptAndSentOnce() {
        Signed user = signUp();
        show("transactions");
        context.setOffline(true);
        page.keyboard().press("n");
        field("Amount (EUR)").fill("12,50");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Description"))
                .fill("Umbrella");
        button("Save").click();
        sees("was not saved");
        context.setOffline(false);
        page.locator("nest-unsent-bar section").waitFor(GONE);
        sees("Umbrella");
        assertEquals(
                1, user.get("/transactions?q=Umbrella&count=true").path("total").asInt());
    }

    @Test
    void thePageOpensWithoutANetworkOnceItIsKept() {
        use(options().setServiceWorkers(ServiceWorkerPolicy.ALLOW));
        signUp();
        show("overview");
        page.evaluate("navigator.serviceWorker.ready.then(() => null)");
        page.reload();
        context.setOffline(true);
        page.reload();
        sees("cannot be reached");
        context.setOffline(false);
        button("Try again").click();
        heading("Overview").waitFor();
    }

    /** A network that lets nothing through and says nothing; the page waits for two minutes, here for two seconds. */
    @Test
    void whoIsNotAnsweredDoesNotWaitForEver() {
        page.addInitScript("const limit = AbortSignal.timeout;"
                + " AbortSignal.timeout = (millis) => limit.call(AbortSignal, window.hasty ? millis / 60 : millis);");
        Signed user = signUp();
        willHold();
        show("transactions");
        button("Record a transaction").first().waitFor();
        page.route("**/transactions", _ -> {});
        page.keyboard().press("n");
        control("Amount (EUR)").fill("12,50");
        control("Description").fill("Umbrella");
        page.evaluate("window.hasty = true");
        button("Save").click();
        sees("was not saved");
        page.unroute("**/transactions");
        page.evaluate("window.hasty = false");
        button("Send again").click();
        page.locator("nest-unsent-bar section").waitFor(GONE);
        assertEquals(
                1, user.get("/transactions?q=Umbrella&count=true").path("total").asInt());
    }

    @Test
    void aFormSaysThatItsAccountsCouldNotBeHad() {
        failing = true;
        Signed user = signUp();
        user.post("/accounts", Map.of("name", "Everyday", "kind", "checking"));
        willHold();
        for (String room : List.of("schedules", "budgets")) {
            show(room);
            page.route("**/accounts?*", Route::abort);
            button("Make the first one").click();
            if (room.equals("budgets")) {
                dialog().getByText("Only some tags or accounts").click();
            }
            Locator failure = dialog().locator(".failure");
            assertThat(failure).containsText("cannot be reached");
            page.unroute("**/accounts?*");
            failure.getByText("Try again").click();
            assertThat(failure).hasCount(0);
            assertThat(control("Account")).isEnabled();
            page.keyboard().press("Escape");
            assertThat(dialog()).hasCount(0);
        }
    }
}
