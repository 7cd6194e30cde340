package org.nestegg.statement.format.csv;

import java.util.Locale;
import java.util.Set;

/** What tells in a column of its own whether an amount came or went. */
enum CsvFlag {
    DEBIT(
            "d",
            "s",
            "o",
            "-",
            "\u2212",
            "db",
            "dr",
            "dbit",
            "dbt",
            "debit",
            "debits",
            "d\u00e9bit",
            "debet",
            "debito",
            "d\u00e9bito",
            "deb",
            "soll",
            "lastschrift",
            "belastung",
            "ausgang",
            "ausgabe",
            "af",
            "uit",
            "out",
            "money out",
            "paid out",
            "withdrawal",
            "sent",
            "expense",
            "cargo",
            "debe",
            "gasto",
            "egreso",
            "despesa",
            "sa\u00edda",
            "saida",
            "dare",
            "uscita",
            "addebito",
            "d\u00e9pense"),
    CREDIT(
            "c",
            "h",
            "i",
            "+",
            "cr",
            "crdt",
            "cdt",
            "credit",
            "credits",
            "cr\u00e9dit",
            "credito",
            "cr\u00e9dito",
            "cred",
            "haben",
            "gutschrift",
            "eingang",
            "einnahme",
            "bij",
            "in",
            "money in",
            "paid in",
            "deposit",
            "received",
            "income",
            "abono",
            "haber",
            "ingreso",
            "receita",
            "entrada",
            "avere",
            "entrata",
            "accredito",
            "recette");

    private static final int LONGEST = 12;

    private final Set<String> words;

    CsvFlag(String... words) {
        this.words = Set.of(words);
    }

    /** What a cell says; null if it says nothing of the kind. */
    static CsvFlag of(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST) {
            return null;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        if (DEBIT.words.contains(word)) {
            return DEBIT;
        }
        return CREDIT.words.contains(word) ? CREDIT : null;
    }
}
