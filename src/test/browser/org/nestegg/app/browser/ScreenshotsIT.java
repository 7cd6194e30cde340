package org.nestegg.app.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The pictures in the documents. Each run makes them in {@code target/screenshots}; with {@code -Dnestegg.screenshots} they
 * are made in {@code docs/images}, to be committed.
 */
class ScreenshotsIT extends PageTest {

    private static final Path COMMITTED = Path.of("docs", "images");

    @Test
    void thePicturesOfTheDocumentsAreOfThePage() throws IOException {
        Signed user = signUp();
        Demo.fill(user);
        String month = "#/transactions";
        take("overview", "#/overview");
        take("transactions", month);
        take("forecast", "#/forecast");
        take("goals", "#/goals");
        phone(user);
    }

    private void phone(Signed user) throws IOException {
        String cookies = context.storageState();
        Browser.NewContextOptions small = dark(small(options())).setStorageState(cookies);
        use(small);
        take("phone", "#/overview");
        assertTrue(user.email.contains("@"));
    }

    private void take(String name, String view) throws IOException {
        page.navigate(base + "/" + view);
        page.locator("h1").first().waitFor();
        page.locator("[aria-busy=true]").first().waitFor(GONE);
        page.waitForTimeout(500);
        Path made = (Boolean.getBoolean("nestegg.screenshots") ? COMMITTED : Path.of("target", "screenshots"))
                .resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(made));
        Path committed = COMMITTED.resolve(name + ".png");
        assertTrue(Files.exists(committed), () -> "make it by -Dnestegg.screenshots=true: " + committed);
        BufferedImage before = ImageIO.read(committed.toFile());
        BufferedImage now = ImageIO.read(made.toFile());
        assertEquals(before.getWidth() + "x" + before.getHeight(), now.getWidth() + "x" + now.getHeight(), name);
    }
}
