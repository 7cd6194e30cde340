package org.nestegg.statement.format.qif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.QuestionCode;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.UnreadableException;

/**
 * Which mark a file writes before decimals, told once by all amounts together.
 *
 * @param decimal {@code .} or {@code ,}
 */
record QifAmounts(String decimal) {

    private static final String POINT = ".";
    private static final String COMMA = ",";

    /** What an amount such as {@code 1.234} says. */
    private static final String NOTHING = "";

    /** Finds out, or else asks; until there is an answer, the mark is a point. */
    static QifAmounts of(List<QifRecord> records, String answered, Reading reading) {
        if (answered != null) {
            return new QifAmounts(answered.equals(COMMA) ? COMMA : POINT);
        }
        Set<String> said = records.stream()
                .map(QifRecord::amount)
                .filter(Objects::nonNull)
                .filter(amount -> isAmount(amount, POINT) || isAmount(amount, COMMA))
                .filter(amount -> amount.contains(POINT) || amount.contains(COMMA))
                .map(QifAmounts::mark)
                .collect(Collectors.toSet());
        Set<String> proven = said.stream().filter(mark -> !mark.equals(NOTHING)).collect(Collectors.toSet());
        if (proven.size() == 1) {
            return new QifAmounts(proven.iterator().next());
        }
        if (!said.isEmpty()) {
            reading.ask(QuestionCode.DECIMAL, List.of(POINT, COMMA));
        }
        return new QifAmounts(POINT);
    }

    /** The only mark that can be before the decimals of an amount that has marks; nothing if both can. */
    private static String mark(String amount) {
        boolean point = isAmount(amount, POINT);
        if (point != isAmount(amount, COMMA)) {
            return point ? POINT : COMMA;
        }
        // Groups do not begin with a zero, so that 0.123 has decimals.
        int at = Math.max(amount.indexOf(POINT), amount.indexOf(COMMA));
        boolean zero = amount.substring(0, at).matches(".*(?<![0-9])0");
        return zero ? amount.substring(at, at + 1) : NOTHING;
    }

    private static boolean isAmount(String amount, String decimal) {
        try {
            Amounts.parse(amount, decimal.charAt(0));
            return true;
        } catch (UnreadableException _) {
            return false;
        }
    }

    BigDecimal parse(String amount) throws UnreadableException {
        return Amounts.parse(amount, decimal.charAt(0));
    }
}
