package org.nestegg.statement.format.csv;

import java.util.Set;

/** What rows tell by certain words. */
final class CsvTold {

    /** What is longer is about something. */
    private static final int MAX_LENGTH = 60;

    private static final Set<String> NOT_BOOKED = CsvHeadings.words("""
            pending, vorgemerkt, ausstehend, offen, unbooked, processing, pendiente, pendente, attente, attesa, behandeling,
            openstaand, reverted, declined, denied, failed, cancelled, canceled, rejected, refused, abgelehnt, storniert, refuse,
            annule, rechazada, rechazado, anulado, annullato, rifiutato, geweigerd, geannuleerd, non, not, nicht, nao, niet""");

    private static final Set<String> BALANCES = CsvHeadings.words("""
            anfangssaldo, endsaldo, saldo, kontostand, beginning balance, opening balance, closing balance, ending balance,
            starting balance, balance, solde, saldo anterior, saldo inicial, saldo final, beginsaldo, eindsaldo, alter kontostand,
            neuer kontostand, saldovortrag""");

    private static final Set<String> SUMS = CsvHeadings.words(
            "total, totals, totale, totaal, summe, gesamt, gesamtsumme, somme, suma, soma, sum, totaux, totali");

    private CsvTold() {}

    /** Whether a row with such a status is not booked, or never will be. */
    static boolean isNotBooked(String status) {
        return CsvHeadings.mentions(status, NOT_BOOKED);
    }

    /** Whether a cell says that its row has what lies there, and not what came or went. */
    static boolean isBalance(String cell) {
        return begins(cell, BALANCES);
    }

    /** Whether a cell says that its row has a sum of others. */
    static boolean isSum(String cell) {
        return begins(cell, SUMS) || isBalance(cell);
    }

    private static boolean begins(String cell, Set<String> words) {
        if (cell.isEmpty() || cell.length() > MAX_LENGTH) {
            return false;
        }
        String normal = CsvHeadings.normal(cell);
        return words.stream().anyMatch(word -> normal.equals(word) || normal.startsWith(word + " "));
    }
}
