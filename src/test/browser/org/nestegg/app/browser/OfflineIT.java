package org.nestegg.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import org.junit.jupiter.api.Test;

/** Nothing is lost when the network goes. */
class OfflineIT extends PageTest {

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("ERR_INTERNET_DISCONNECTED");
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
}
