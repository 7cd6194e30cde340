package org.nestegg.rate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.nestegg.money.Currencies;
import org.nestegg.platform.input.Day;

/**
 * The CSV of reference rates: a line for each day, the newest first, and a column for each currency that there has ever been, with
 * {@code N/A} where the day has no rate. It has no quotes, and a comma at the end of each line.
 */
final class RateTable {

    private static final int MAX_LINE = 10_000;
    private static final String NONE = "N/A";

    private final BufferedReader lines;
    private final Map<Integer, Currency> columns = new HashMap<>();
    private int width;
    private int line;

    private RateTable(InputStream bytes) {
        lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    static void read(InputStream bytes, Consumer<DatedRate> rates) throws IOException {
        RateTable table = new RateTable(bytes);
        table.readHeader();
        for (String[] cells = table.next(); cells.length > 0; cells = table.next()) {
            table.readDay(cells, rates);
        }
    }

    private void readHeader() throws IOException {
        String[] cells = next();
        if (cells.length == 0 || !cells[0].equals("Date")) {
            throw UnreadableRatesException.ofUnknownForm();
        }
        for (int i = 1; i < cells.length; i++) {
            int column = i;
            Currencies.of(cells[i])
                    .filter(currency -> !currency.equals(Rates.EURO))
                    .ifPresent(currency -> {
                        columns.put(column, currency);
                        width = column + 1;
                    });
        }
    }

    private void readDay(String[] cells, Consumer<DatedRate> rates) {
        LocalDate day = Day.parse(cells[0]).orElseThrow(() -> fault("begins with no day"));
        if (cells.length < width) {
            throw fault("has too few columns");
        }
        columns.forEach((column, currency) -> {
            String cell = cells[column];
            if (!cell.isEmpty() && !cell.equals(NONE)) {
                BigDecimal rate = DatedRate.rate(cell).orElseThrow(() -> fault("has what is no rate"));
                rates.accept(new DatedRate(day, currency, rate));
            }
        });
    }

    /** The cells of the next line that is not blank; none at the end. */
    private String[] next() throws IOException {
        String text;
        do {
            text = lines.readLine();
            line++;
            if (text == null) {
                return new String[0];
            }
            if (text.length() > MAX_LINE) {
                throw UnreadableRatesException.ofUnknownForm();
            }
        } while (text.isBlank());
        String[] cells = text.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    private UnreadableRatesException fault(String what) {
        return new UnreadableRatesException("line %d %s".formatted(line, what));
    }
}
