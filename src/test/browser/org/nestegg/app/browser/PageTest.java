package org.nestegg.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The page in a real browser, against the packaged service or one that is already up ({@code quarkus.http.test-host} and
 * {@code -port}). Whatever the browser complains of, the policy above all, fails the test.
 */
abstract class PageTest {

    /** How long anything may take, in milliseconds, on a machine that has other things to do. */
    static final int PATIENCE = 30_000;

    static final String PASSWORD = "a walk in the hills";

    private static final List<String> AS_ROOT = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String NONE =
            "The tests of the page need Chromium or Chrome: install one (on Debian: apt-get install"
                    + " chromium), or name it by -Dnestegg.browser or CHROME_BIN.";

    /** Until what is waited for is not there any more. */
    static final Locator.WaitForOptions GONE = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    /** What a sign-in needs that does not come from a page (see SECURITY.md). */
    private static final Map<String, String> OURS = Map.of("Nestegg-Page", "1", "Sec-Fetch-Site", "same-origin");

    /** One for all tests of this process, and ended with it. */
    private static final class Shared {
        static final Browser BROWSER = launch();

        private static Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Path executable = InstalledBrowser.find().orElse(null);
            if (executable == null) {
                if (System.getenv("CI") != null) {
                    throw new AssertionError(NONE);
                }
                abort(NONE);
            }
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(AS_ROOT));
        }
    }

    final String base = Service.address();
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    BrowserContext context;
    Page page;

    /** What a context is made with, unless a test says otherwise: a window of a laptop, in Europe. */
    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @BeforeEach
    void open() {
        use(options());
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints);
    }

    /** Another browser profile from now on, with a page in it. */
    void use(Browser.NewContextOptions options) {
        context = Shared.BROWSER.newContext(options);
        contexts.add(context);
        page = newPage();
    }

    /** Another tab of the same profile. */
    Page newPage() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        opened.onPageError(complaints::add);
        opened.setDefaultTimeout(PATIENCE);
        return opened;
    }

    /** What a test makes happen on purpose, such as a refusal, of which browsers complain in any case. */
    boolean isExpected(String complaint) {
        return false;
    }

    /** A new user of the service, signed in in this profile. */
    Signed signUp() {
        String email = UUID.randomUUID() + "@example.com";
        APIResponse answer = context.request()
                .post(
                        base + "/app/session",
                        RequestOptions.create()
                                .setData(Map.of(
                                        "register",
                                        Map.of(
                                                "email", email,
                                                "password", PASSWORD,
                                                "name", "Rosa",
                                                "currency", "EUR",
                                                "timeZone", "Europe/Berlin")))
                                .setHeader("Nestegg-Page", OURS.get("Nestegg-Page"))
                                .setHeader("Sec-Fetch-Site", OURS.get("Sec-Fetch-Site")));
        assertEquals(201, answer.status(), answer.text());
        return new Signed(email);
    }

    /** A user of the service, by whom things can be made without the page. */
    final class Signed {
        final String email;

        private Signed(String email) {
            this.email = email;
        }

        /** Calls the API as this user, past the page. */
        JsonNode call(String method, String path, Object body) {
            return Service.json(context.request()
                    .fetch(
                            base + "/api/v1" + path,
                            body == null
                                    ? headers().setMethod(method)
                                    : headers().setMethod(method).setData(body)));
        }

        JsonNode post(String path, Object body) {
            return call("POST", path, body);
        }

        JsonNode get(String path) {
            return call("GET", path, null);
        }

        private RequestOptions headers() {
            RequestOptions options = RequestOptions.create();
            OURS.forEach(options::setHeader);
            return options;
        }
    }

    /** For before the page is shown, where requests will be held: a route that an open page gets may let its next ones pass. */
    void willHold() {
        page.route("**/nothing", Route::resume);
    }

    /** Goes to a view of the page, and waits until its heading is there. */
    void show(String view) {
        page.navigate(base + "/#/" + view);
        page.locator("h1").first().waitFor();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The control of a form that has just this label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The dialog of this heading. */
    Locator dialog(String heading) {
        return page.getByRole(
                AriaRole.DIALOG, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    /** The section of this heading. */
    Locator section(String heading) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    /** A button of a dialog or section. */
    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Saves what a click downloads, and reads it. */
    Downloaded download(Locator clicked) {
        Download download = page.waitForDownload(clicked::click);
        try {
            return new Downloaded(download.suggestedFilename(), Files.readString(download.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that was handed to the person. */
    record Downloaded(String name, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** Waits until a text can be seen. */
    void sees(String text) {
        page.getByText(text).first().waitFor();
    }

    /** What axe finds wrong with what is shown now, one line each. */
    List<String> faults() {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        // Without a second page for what frames have found: there are none.
                        .setLegacyMode(true)
                        .options(violations)
                        .analyze()
                        .getViolations()
                        .stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getHtml()))
                        .toList();
    }

    /** The same window in the dark. */
    static Browser.NewContextOptions dark(Browser.NewContextOptions options) {
        return options.setColorScheme(ColorScheme.DARK);
    }

    /** A small phone. */
    static Browser.NewContextOptions small(Browser.NewContextOptions options) {
        return options.setViewportSize(360, 740).setHasTouch(true).setIsMobile(true);
    }
}
