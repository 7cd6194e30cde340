package org.nestegg.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/**
 * A bank's days in files that overlap, in whatever order and format they come: each of its rows is there once in the end, and nothing
 * is when all is undone.
 */
@QuarkusTest
class OverlapTest extends ApiTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int DAYS = 40;
    private static final List<String> TEXTS = List.of("Coffee", "Bakery Miller", "REWE 4711", "Bus ticket", "Kiosk");
    private static final List<String> AMOUNTS = List.of("-2.50", "-3.00", "-12.40", "-2.50", "15.00");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsLostAndNothingDoubled(long seed) {
        Random random = new Random(seed);
        boolean references = random.nextBoolean();
        List<List<String>> days = new ArrayList<>();
        int rows = 0;
        BigDecimal sum = new BigDecimal("100.00");
        for (int day = 0; day < DAYS; day++) {
            List<String> of = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                String amount = AMOUNTS.get(random.nextInt(AMOUNTS.size()));
                of.add(FIRST.plusDays(day) + ";" + TEXTS.get(random.nextInt(TEXTS.size())) + ";" + amount
                        + (references ? ";R" + rows : ""));
                rows++;
                sum = sum.add(new BigDecimal(amount));
            }
            days.add(of);
        }
        List<int[]> windows = new ArrayList<>();
        for (int from = 0; from < DAYS; ) {
            int to = Math.min(DAYS, from + 5 + random.nextInt(12));
            windows.add(new int[] {from, to});
            from = to == DAYS ? DAYS : Math.max(from + 1, to - random.nextInt(6));
        }
        windows.add(windows.get(random.nextInt(windows.size())));
        Collections.shuffle(windows, random);
        Bank bank = new Bank(Person.signUp());
        List<String> imports = new ArrayList<>();
        for (int[] window : windows) {
            String[] part = days.subList(window[0], window[1]).stream()
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            if (part.length > 0) {
                imports.add(bank.imported(references && random.nextBoolean() ? Bank.ofx(part) : Bank.csv(part)));
            }
        }
        assertEquals(rows, bank.transactions(), "rows");
        assertEquals(sum.toPlainString(), bank.balance());
        Collections.shuffle(imports, random);
        imports.forEach(sent -> bank.undo(sent).statusCode(200));
        assertEquals(0, bank.transactions());
        assertEquals("100.00", bank.balance());
    }
}
