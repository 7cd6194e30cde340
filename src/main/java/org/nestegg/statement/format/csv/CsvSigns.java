package org.nestegg.statement.format.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.nestegg.statement.format.Spending;

/**
 * With which signs amounts are written.
 *
 * @param debit whether what went stands below zero in the column of debit
 * @param credit whether what came stands below zero in the column of credit
 * @param spending null where only a person can tell
 */
record CsvSigns(boolean debit, boolean credit, Spending spending) {

    /** Cards' statements have what was spent above zero. */
    private static final Set<String> CARD_WORDS = CsvHeadings.words("""
            card, cards, kreditkarte, karte, kartennummer, carte, tarjeta, cartao, fatura, carta, creditcard, visa, mastercard, amex,
            member, title""");

    static CsvSigns of(CsvGrid grid, CsvColumns columns, char decimal) {
        List<CsvRow> rows = grid.body().rows();
        return new CsvSigns(
                mostlyBelowZero(rows, columns.layout().debit(), decimal),
                mostlyBelowZero(rows, columns.layout().credit(), decimal),
                spending(grid, columns, decimal));
    }

    private static boolean mostlyBelowZero(List<CsvRow> rows, Integer column, char decimal) {
        int balance = 0;
        for (CsvRow row : rows) {
            BigDecimal amount = CsvAmount.parsed(row.cell(column), decimal);
            balance += amount == null ? 0 : amount.signum();
        }
        return balance < 0;
    }

    /** Amounts of one column that are all above zero can be either, but where balances show it. */
    private static Spending spending(CsvGrid grid, CsvColumns columns, char decimal) {
        boolean flagged = columns.layout().sign() != null && columns.layout().sign() > 0;
        if (columns.split() || flagged) {
            return Spending.NEGATIVE;
        }
        Integer amount = columns.layout().amount();
        long above = 0;
        long below = 0;
        for (CsvRow row : grid.body().rows()) {
            BigDecimal value = CsvAmount.parsed(row.cell(amount), decimal);
            above += value != null && value.signum() > 0 ? 1 : 0;
            below += value != null && value.signum() < 0 ? 1 : 0;
        }
        boolean card = isCard(grid.body(), below == 0);
        boolean enough = above > 1 || above == 1 && (card || grid.body().header() == null);
        boolean unsaid = below == 0 ? enough : card && above > below;
        boolean proven = unsaid
                && columns.balance() != null
                && CsvBalances.of(grid.amounts(amount, decimal), grid.amounts(columns.balance(), decimal))
                        != CsvBalances.NONE;
        return unsaid && !proven ? null : Spending.NEGATIVE;
    }

    private static boolean isCard(CsvBody body, boolean preamble) {
        return body.header() != null && CsvHeadings.mention(body.header().cells(), CARD_WORDS)
                || preamble && body.preamble().stream().anyMatch(row -> CsvHeadings.mention(row.cells(), CARD_WORDS));
    }
}
