package org.nestegg.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What changes elsewhere is seen in all tabs, over one connection. */
class TabsIT extends PageTest {

    @Test
    void aChangeMadeByAProgramIsSeenInAllTabsOverOneConnection() {
        Signed user = signUp();
        List<String> streams = new CopyOnWriteArrayList<>();
        context.onRequest(request -> {
            if (request.resourceType().equals("eventsource")) {
                streams.add(request.url());
            }
        });
        Page first = page;
        show("transactions");
        page = newPage();
        show("transactions");
        page.waitForCondition(() -> !streams.isEmpty());
        user.post("/expenses", Map.of("description", "Lighthouse keeper's tea", "amount", "4.20"));
        first.getByText("Lighthouse keeper's tea").first().waitFor();
        page.getByText("Lighthouse keeper's tea").first().waitFor();
        assertEquals(1, streams.size(), streams::toString);

        first.close();
        page.waitForCondition(() -> streams.size() > 1);
        user.post("/expenses", Map.of("description", "A second cup", "amount", "4.20"));
        page.getByText("A second cup").first().waitFor();
        assertEquals(2, streams.size(), "the tab that is left has taken over");
    }
}
