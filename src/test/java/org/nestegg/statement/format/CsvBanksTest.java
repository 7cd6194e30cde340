package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestegg.statement.format.csv.CsvReader;

/** Files in the style of banks, each with all that is to be found in it. */
class CsvBanksTest {

    static Stream<String> banks() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(CsvBanksTest.class.getResource("/statements/csv").toURI());
    }

    @ParameterizedTest
    @MethodSource("banks")
    void isReadWhole(String bank) throws Exception {
        FileText file = FileText.of(Files.readAllBytes(folder().resolve(bank + ".csv")));
        CsvReader reader = new CsvReader();
        assertTrue(reader.recognises(file));
        Reading reading = new Reading();
        reader.read(file, Layout.EMPTY, reading);
        assertEquals(Files.readAllLines(folder().resolve(bank + ".expected")), CsvLines.lines(reading));
    }

    /** What has been found is what can be said beforehand, and then the same is read. */
    @ParameterizedTest
    @MethodSource("banks")
    void isReadTheSameByTheLayoutFound(String bank) throws Exception {
        FileText file = FileText.of(Files.readAllBytes(folder().resolve(bank + ".csv")));
        Reading found = new Reading();
        new CsvReader().read(file, Layout.EMPTY, found);
        Reading said = new Reading();
        new CsvReader().read(file, found.layout(), said);
        assertEquals(CsvLines.lines(found), CsvLines.lines(said));
        assertEquals(CsvReader.fingerprint(file, Layout.EMPTY), CsvReader.fingerprint(file, found.layout()));
    }

    /** Whatever the line ends and the encoding, the rows are the same. */
    @ParameterizedTest
    @MethodSource("banks")
    void isReadTheSameWithOtherLineEnds(String bank) throws Exception {
        FileText file = FileText.of(Files.readAllBytes(folder().resolve(bank + ".csv")));
        List<String> expected = Files.readAllLines(folder().resolve(bank + ".expected"));
        for (String end : List.of("\r\n", "\r")) {
            Reading reading = new Reading();
            new CsvReader().read(new FileText(file.text().replace("\n", end), "UTF-8", false), Layout.EMPTY, reading);
            assertEquals(expected, CsvLines.lines(reading));
        }
    }
}
