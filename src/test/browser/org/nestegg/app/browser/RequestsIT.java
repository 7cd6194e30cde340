package org.nestegg.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How much the first view asks for. */
class RequestsIT extends PageTest {

    private static final int DATA = 4;

    @Test
    void theOverviewAsksForDataAtMostFourTimesAndForFilesNotAtAllOnceTheyAreKept() {
        use(options().setServiceWorkers(ServiceWorkerPolicy.ALLOW));
        Demo.fill(signUp());
        // What comes last of all that a first view asks for, and all that comes before it.
        page.waitForResponse(
                "**/changes?*",
                () -> page.waitForResponse(
                        "**/overview?*", () -> page.waitForResponse("**/forecast", () -> show("overview"))));
        page.evaluate("navigator.serviceWorker.ready.then(() => null)");
        List<String> data = new CopyOnWriteArrayList<>();
        List<String> files = new CopyOnWriteArrayList<>();
        context.onResponse(response -> {
            if (!response.fromServiceWorker()) {
                String path = response.url().substring(base.length());
                (path.startsWith("/api/") || path.equals("/app/session") ? data : files).add(path);
            }
        });
        page.reload();
        page.locator("[aria-busy=true]").first().waitFor(GONE);
        page.waitForLoadState(LoadState.LOAD);
        page.waitForTimeout(3000);
        assertTrue(data.size() <= DATA, data::toString);
        assertEquals(List.of(), files, "all of them are kept");
    }
}
