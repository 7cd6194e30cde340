package org.nestegg.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How people come in, and out. */
class DoorIT extends PageTest {

    @Override
    boolean isExpected(String complaint) {
        return complaint.contains("401") || complaint.contains("409") || complaint.contains("422");
    }

    @Test
    void somebodySignsUpSignsOutAndSignsInAgain() {
        String email = UUID.randomUUID() + "@example.com";
        page.navigate(base + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign up"))
                .click();
        page.getByLabel("E-mail address").fill(email);
        password().fill("short");
        button("Sign up").click();
        assertThat(password()).hasAttribute("aria-invalid", "true");
        password().fill(PASSWORD);
        button("Sign up").click();
        heading("Overview").waitFor();
        assertEquals(0, page.evaluate("document.cookie.length"), "no script can read the session");

        button("Sign out").click();
        heading("Sign in").waitFor();
        page.reload();
        page.getByLabel("E-mail address").fill(email);
        password().fill("not this one at all");
        button("Sign in").click();
        page.getByRole(AriaRole.ALERT).waitFor();
        password().fill(PASSWORD);
        page.keyboard().press("Enter");
        heading("Overview").waitFor();
        page.reload();
        heading("Overview").waitFor();
    }

    @Test
    void whoeverSignsOutElsewhereIsOutHere() {
        Signed rosa = signUp();
        show("transactions");
        // Said beforehand: the page may hear that it is out before it asks, and is then another one.
        page.evaluate("setTimeout(() => { location.hash = '#/accounts'; }, 500)");
        rosa.call("DELETE", "/me/sessions", null);
        heading("Sign in").waitFor();
    }

    @Test
    void theDoorSpeaksTheLanguageOfTheBrowser() {
        use(options().setLocale("de-DE"));
        page.navigate(base + "/");
        heading("Anmelden").waitFor();
        page.locator(".languages").selectOption("fr");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertTrue(faults().isEmpty(), () -> String.join("\n", faults()));
    }

    private Locator password() {
        return page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
    }
}
