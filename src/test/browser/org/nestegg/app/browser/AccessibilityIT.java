package org.nestegg.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view, for a user with much and one with nothing, in both themes and on a small phone: nothing for axe to find. */
class AccessibilityIT extends PageTest {

    private static final List<String> VIEWS = List.of(
            "overview",
            "transactions",
            "accounts",
            "transfers",
            "imports",
            "rules",
            "budgets",
            "schedules",
            "forecast",
            "goals",
            "bucketlists",
            "settings/profile",
            "settings/rates",
            "settings/sessions",
            "settings/tokens",
            "settings/activity",
            "settings/history",
            "settings/data");

    static Stream<Arguments> windows() {
        List<Arguments> all = new ArrayList<>();
        for (boolean rich : new boolean[] {true, false}) {
            all.add(Arguments.of(Named.of("light", UnaryOperator.<Browser.NewContextOptions>identity()), rich));
            all.add(Arguments.of(
                    Named.<UnaryOperator<Browser.NewContextOptions>>of("dark, small", o -> dark(small(o))), rich));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void nothingStandsInTheWayOfAnybody(UnaryOperator<Browser.NewContextOptions> window, boolean rich) {
        use(window.apply(options()));
        Signed user = signUp();
        if (rich) {
            Demo.fill(user);
        }
        List<String> found = new ArrayList<>();
        page.navigate(base + "/");
        for (String view : VIEWS) {
            show(view);
            page.locator("[aria-busy=true]").first().waitFor(GONE);
            faults().forEach(fault -> found.add(view + ": " + fault));
            int wide = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            assertTrue(wide <= 0, () -> view + " is " + wide + " pixels too wide");
            assertEquals(1, page.locator("h1").count(), view);
        }
        assertEquals(List.of(), found);
    }
}
