package org.nestegg.transaction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a transaction or a bank says it is, as it is compared: {@link #normal} for whether two are the same, and as a bag of trigrams for how much they are alike,
 * without what says nothing of what it is about.
 */
public final class BankText {

    /** So much of a text is looked at: sorting marks costs their number squared. */
    private static final int LONGEST = 1_000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What banks write beside what it is about. */
    private static final Set<String> NOISE = Set.of(
            "sepa",
            "lastschrift",
            "folgelastschrift",
            "basislastschrift",
            "gutschrift",
            "ueberweisung",
            "uberweisung",
            "dauerauftrag",
            "kartenzahlung",
            "kauf",
            "zahlung",
            "pos",
            "atm",
            "ec",
            "visa",
            "mastercard",
            "maestro",
            "girocard",
            "debit",
            "credit",
            "card",
            "purchase",
            "payment",
            "paiement",
            "prelevement",
            "virement",
            "carte",
            "cb",
            "achat",
            "facture",
            "pago",
            "compra",
            "tarjeta",
            "transferencia",
            "recibo",
            "pagamento",
            "carta",
            "bonifico",
            "addebito",
            "cartao",
            "betaling",
            "betaalpas",
            "overboeking",
            "incasso",
            "transfer",
            "direct",
            "dd",
            "ref",
            "eref",
            "mref",
            "cred",
            "svwz",
            "iban",
            "bic",
            "gmbh",
            "ag",
            "kg",
            "ltd",
            "llc",
            "inc",
            "corp",
            "plc",
            "sarl",
            "sas",
            "sa",
            "srl",
            "spa",
            "bv",
            "nv",
            "co",
            "www",
            "com",
            "the",
            "and",
            "und",
            "et",
            "y",
            "e",
            "de",
            "von",
            "vom",
            "fuer",
            "fur",
            "for",
            "an",
            "to",
            "from",
            "at",
            "sagt",
            "danke",
            "dankt");

    private final long[] trigrams;

    /** @param normal as {@link #normal(String)} makes it */
    public BankText(String normal) {
        trigrams = trigrams(normal);
    }

    /** Without case, marks and punctuation (NFKD), in single spaces. */
    public static String normal(String text) {
        String letters = MARKS.matcher(
                        Normalizer.normalize(text.substring(0, Math.min(text.length(), LONGEST)), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return OTHERS.matcher(letters).replaceAll(" ").strip();
    }

    /**
     * The words that say something, in single spaces. Dates are tokens with digits, once punctuation is gone; of words that banks add
     * nothing is left either.
     *
     * @param normal as {@link #normal(String)} makes it
     */
    public static String telling(String normal) {
        return Arrays.stream(normal.split(" "))
                .filter(word -> !NOISE.contains(word) && word.chars().noneMatch(Character::isDigit))
                .collect(Collectors.joining(" "));
    }

    private static long[] trigrams(String normal) {
        StringBuilder padded = new StringBuilder();
        for (String word : telling(normal).split(" ")) {
            if (!word.isEmpty()) {
                padded.append("  ").append(word).append(' ');
            }
        }
        long[] found = new long[Math.max(0, padded.length() - 2)];
        int count = 0;
        for (int i = 0; i + 2 < padded.length(); i++) {
            // What spans the end of one word and the beginning of the next says nothing.
            if (padded.charAt(i + 1) != ' ' || padded.charAt(i + 2) != ' ') {
                found[count++] =
                        (long) padded.charAt(i) << 32 | (long) padded.charAt(i + 1) << 16 | padded.charAt(i + 2);
            }
        }
        return Arrays.stream(found, 0, count).sorted().distinct().toArray();
    }

    /**
     * How much two texts are alike, from 0 to 1: the mean of containment and Jaccard index of their trigrams. Texts that say nothing
     * are like none.
     */
    public double similarity(BankText other) {
        int smaller = Math.min(trigrams.length, other.trigrams.length);
        if (smaller == 0) {
            return 0;
        }
        int shared = 0;
        for (int i = 0, j = 0; i < trigrams.length && j < other.trigrams.length; ) {
            int order = Long.compare(trigrams[i], other.trigrams[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double containment = (double) shared / smaller;
        double jaccard = (double) shared / (trigrams.length + other.trigrams.length - shared);
        return (containment + jaccard) / 2;
    }

    /** How well two of the same amount go together, at most 1: nearness counts more than how much their texts are alike. */
    public static double score(long days, double similarity) {
        return 0.6 * (1 - days / 8.0) + 0.4 * similarity;
    }
}
