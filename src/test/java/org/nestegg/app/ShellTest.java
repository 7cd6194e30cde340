package org.nestegg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the page's worker keeps is what the page loads, and all of it is there. */
class ShellTest {

    private static final String ROOT = "/META-INF/resources/";

    @Test
    void theListNamesAllThatThePageLoads() throws IOException {
        String expected = new Shell().list();
        assertEquals(
                expected,
                text("app/files.txt"),
                () -> "src/main/resources" + ROOT + "app/files.txt is to be\n" + expected);
    }

    /** A bare specifier that leads nowhere fails in browsers without a word of which it was. */
    @Test
    void allThatIsMappedOrListedIsOnTheClassPath() throws IOException {
        Shell shell = new Shell();
        assertTrue(shell.addresses().containsKey("lit"), shell.addresses()::toString);
        for (String file : shell.files()) {
            assertNotNull(getClass().getResource(ROOT + file), file);
        }
        for (String address : shell.addresses().values()) {
            assertNotNull(getClass().getResource(ROOT + address.substring(1)), address);
        }
    }

    @Test
    void theWorkerHasTheGapsThatTheServiceFills() throws IOException {
        String script = text("app/sw.js");
        assertEquals(2, script.split("'@version@'", -1).length);
        assertEquals(2, script.split("\\{ '@files@': '' }", -1).length);
    }

    private static String text(String file) throws IOException {
        try (InputStream content = ShellTest.class.getResourceAsStream(ROOT + file)) {
            return content == null ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
