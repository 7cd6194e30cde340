package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The forecast: how it will probably go on, and what if. */
class ForecastIT extends RoomTest {

    @Test
    void theBandAndTheLowestDayAreThoseOfTheServiceAsPlotAndAsTable() {
        Signed user = signUp();
        Demo.fill(user);
        show("forecast");
        JsonNode forecast = user.get("/forecast?interval=day&until=" + today.plusMonths(3));
        String lowest = euros(forecast.at("/lowest/expected").asText());
        sees("Lowest on " + day(forecast.at("/lowest/date").asText()) + ", with " + lowest + ".");
        assertThat(plot().locator("path.band")).hasAttribute("d", Pattern.compile("^M.+Z$"));
        assertThat(plot().locator("path.line")).hasCount(1);
        assertThat(plot()).containsText("80 of 100 futures");
        assertThat(section("What schedules bring")).containsText("Rent");

        button("Show as a table: Forecast").click();
        Locator table = plot().getByRole(AriaRole.TABLE);
        assertThat(table.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"Day", "Expected", "Low", "High"});
        assertThat(table.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions()
                                .setHasText(day(forecast.at("/lowest/date").asText()))))
                .containsText(lowest);

        part(page.locator("main"), AriaRole.RADIO, "1 year").check();
        JsonNode year = user.get("/forecast?interval=week&until=" + today.plusMonths(12));
        sees("Lowest on " + day(year.at("/lowest/date").asText()) + ", with "
                + euros(year.at("/lowest/expected").asText()) + ".");
    }

    @Test
    void aSliderShowsWhatWouldBeOtherwise() {
        Signed user = signUp();
        Demo.fill(user);
        show("forecast");
        Locator slider = part(page.locator("main"), AriaRole.SLIDER, "Groceries");
        slider.focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowLeft");
        }
        assertThat(slider).hasAttribute("aria-valuetext", "20% less");
        assertThat(plot().locator("path.line")).hasCount(2);
        assertThat(plot()).containsText("With your changes");
        sees(end(imagined(user, -20)));
        String less = plot().locator("path.line").first().getAttribute("d");
        page.keyboard().press("Home");
        sees(end(imagined(user, -100)));
        assertThat(plot().locator("path.line").first()).not().hasAttribute("d", less);

        page.reload();
        sees(end(imagined(user, -100)));
        assertThat(slider).hasAttribute("aria-valuetext", "nothing at all");
        button("Reset").click();
        assertThat(plot().locator("path.line")).hasCount(1);
        assertThat(slider).hasAttribute("aria-valuetext", "as now");
        assertFalse(page.url().contains("if="), page::url);
    }

    @Test
    void moreThatWouldComeOrGoIsAddedAndRemoved() {
        Signed user = signUp();
        Demo.fill(user);
        show("forecast");
        button("Add an amount").click();
        page.getByLabel("Amount", new Page.GetByLabelOptions().setExact(true)).fill("0");
        button("Add").click();
        sees("Enter an amount above zero, such as 12.50.");
        page.getByLabel("Amount", new Page.GetByLabelOptions().setExact(true)).fill("1,234.50");
        page.getByLabel("What for").fill("A new roof");
        button("Add").click();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("A new roof")))
                .containsText("-€1,234.50");
        sees("€1,234.50 less on ");
        button("Remove A new roof").click();
        assertThat(plot().locator("path.line")).hasCount(1);
    }

    @Test
    void whoeverHasNothingIsToldWhatToDoFirst() {
        signUp();
        show("forecast");
        sees("Nothing to look ahead to yet");
        link("Set up what comes again").click();
        heading("Schedules").first().waitFor();
    }

    private Locator plot() {
        return page.locator("nest-forecast nest-line-plot");
    }

    private JsonNode imagined(Signed user, int percent) {
        return user.post(
                "/forecast",
                Map.of(
                        "interval",
                        "day",
                        "until",
                        today.plusMonths(3).toString(),
                        "change",
                        Map.of("spending", Map.of("Groceries", percent))));
    }

    /** What the page says of the last day. */
    private String end(JsonNode imagined) {
        JsonNode changed = last(imagined.at("/changed/items"));
        return euros(last(imagined.path("difference")).path("expected").asText()) + " more on "
                + day(changed.path("date").asText()) + ": "
                + euros(changed.path("expected").asText()) + " instead of "
                + euros(last(imagined.at("/base/items")).path("expected").asText()) + ".";
    }

    private static JsonNode last(JsonNode items) {
        return items.path(items.size() - 1);
    }
}
