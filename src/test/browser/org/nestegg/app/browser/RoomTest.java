package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** What ways through rooms have in common: dialogs, menus and fields by their visible names, and what the page says of a change. */
abstract class RoomTest extends PageTest {

    final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    /** The dialog on top. */
    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG).last();
    }

    /** A part of something by its role and its whole name. */
    static Locator part(Locator whole, AriaRole role, String name) {
        return whole.getByRole(
                role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A part of something by its role and what its name begins with. */
    static Locator beginning(Locator whole, AriaRole role, String name) {
        return whole.getByRole(role, new Locator.GetByRoleOptions().setName(startsWith(name)));
    }

    /** A field of the dialog on top, by what its label begins with: some say that they are optional. */
    Locator control(String label) {
        return dialog().getByLabel(startsWith(label)).and(page.locator("input, select, textarea"));
    }

    /** A pattern for browsers, which know no quoting. */
    private static Pattern startsWith(String text) {
        return Pattern.compile("^\\s*" + text.replaceAll("[.?+*()\\[\\]{}|^$\\\\]", "\\\\$0"));
    }

    /** Presses a button of the dialog on top. */
    void press(String name) {
        part(dialog(), AriaRole.BUTTON, name).click();
    }

    /** Opens the first menu whose name begins so, and takes an item. */
    void choose(String menu, String item) {
        beginning(page.locator("body"), AriaRole.BUTTON, menu).first().click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    private Locator message(String text) {
        return page.locator("nest-toasts .toast")
                .filter(new Locator.FilterOptions().setHasText(text))
                .last();
    }

    /** Waits until the page has said that something was done: then it is so. */
    void said(String text) {
        assertThat(message(text)).isVisible();
    }

    /** Takes back what the page has said. */
    void undo(String text) {
        part(message(text), AriaRole.BUTTON, "Undo").click();
        said("Undone.");
    }

    /** Euros as the page writes them. */
    String euros(String amount) {
        return (String) page.evaluate(
                "amount => new Intl.NumberFormat('en-GB', {style: 'currency', currency: 'EUR'}).format(amount)",
                amount);
    }

    /** A day as the page writes it, with its year. */
    String day(String date) {
        return (String) page.evaluate(
                "date => new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})"
                        + ".format(new Date(date))",
                date);
    }

    /** Drops a file onto the page. */
    void drop(String name, String text) {
        page.evaluate("""
                ([name, text]) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([text], name));
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    document.body.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
                  }
                }""", List.of(name, text));
    }
}
