package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {

    private static final String TEXT = "Überweisung; Café; 12,50 €\r\n".repeat(20);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void withAMarkOrWithoutEncodingsOfUnicodeAreCertain(String encoding) {
        Charset charset = Charset.forName(encoding);
        for (String mark : new String[] {"", "\uFEFF"}) {
            FileText file = FileText.of((mark + TEXT).getBytes(charset));
            assertEquals(new FileText(TEXT, encoding, false), file);
        }
    }

    @Test
    void othersAreGuessed() {
        FileText file = FileText.of(TEXT.getBytes(Charset.forName("windows-1252")));
        assertEquals(TEXT, file.text());
        assertTrue(file.guessed());
    }

    @Test
    void bytesThatAreNothingStopNothing() {
        assertEquals("", FileText.of(new byte[0]).text());
        assertFalse(FileText.of(new byte[] {'a', 0, 'b', 'c', 'd', 'e'}).text().contains("\0"));
        assertEquals(2, FileText.of(new byte[] {'a', (byte) 0xFF}).text().length());
        assertEquals(
                "\uFFFD",
                FileText.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}).text());
    }

    @Test
    void theHeadBeginsWithWhatIsSeen() {
        FileText file =
                new FileText("\u0001\uFEFF \r\n\u00A0:20:" + "x".repeat(100_000), StandardCharsets.UTF_8.name(), false);
        assertTrue(file.head().startsWith(":20:x"));
        assertEquals(8192, file.head().length());
        assertEquals("", new FileText(" \n ", StandardCharsets.UTF_8.name(), false).head());
    }
}
