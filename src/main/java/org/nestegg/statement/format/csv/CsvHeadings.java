package org.nestegg.statement.format.csv;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by a heading what a column is, without regard to case, accents and punctuation. */
final class CsvHeadings {

    /** No heading that says something is longer. */
    private static final int MAX_LENGTH = 60;

    /** A word of fewer letters does not say what a longer heading is about. */
    private static final int LEAST_PREFIX = 4;

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=[\\p{Lu}0-9])");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> BETWEEN = Set.of("in", "en", "em", "im");

    private static final Set<String> BALANCES = words("""
            saldo, saldos, saldi, balance, bal, solde, kontostand, guthaben, accountbalance, disponible, disponivel, disponibile,
            verfugbar, available, balans, stand""");

    private static final Set<String> OTHERS = words("""
            foreign, exchange, rate, fee, fees, entgelt, spesen, provision, commission, comision, comissao, commissione, commissioni,
            kosten, frais, tax, taxes, vat, mwst, ust, iva, tva, local, source, target, limit, card, time, uhrzeit, zeitzone, cambio,
            cotacao, tasso, koers, einzelbetrag, auslagenersatz, split""");

    private static final Set<String> OTHER_STARTS =
            words("original, fremd, umrechnung, wechselkurs, gebuhr, steuer, kurs");

    /** What columns have instead of amounts, names and texts whose headings begin like theirs. */
    private static final Set<String> INSTEAD = words("""
            account, konto, kontonummer, iban, bic, blz, id, code, number, nummer, nr, no, typ, type, mail, email, address, adresse,
            anschrift, direccion, endereco, indirizzo, adres, country, land""");

    private static final Map<String, Match> EXACT = exact();

    private CsvHeadings() {}

    /**
     * What a heading says.
     *
     * @param rank the lower, the likelier; {@link #VAGUE} and more where the heading only begins with such a word
     */
    record Match(CsvRole role, int rank) {

        static final int VAGUE = 1_000;
    }

    /** Some words or phrases, separated by commas, as {@link #normal} has them. */
    static Set<String> words(String list) {
        return Arrays.stream(list.split(",\\s+")).map(CsvHeadings::normal).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Match> exact() {
        Map<String, Match> exact = new HashMap<>();
        for (CsvRole role : CsvRole.values()) {
            for (int i = 0; i < role.words().size(); i++) {
                exact.putIfAbsent(normal(role.words().get(i)), new Match(role, i));
            }
        }
        return Map.copyOf(exact);
    }

    /** The words of a heading: lower case, without accents and punctuation, one space between them. */
    static String normal(String heading) {
        String spaced = HUMP.matcher(heading.replace("R$", " BRL ")
                        .replace("\u20AC", " EUR ")
                        .replace("\u00A3", " GBP "))
                .replaceAll(" ");
        String plain = MARKS.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u")
                .replace("\u00DF", "ss");
        return PUNCTUATION.matcher(plain).replaceAll(" ").strip();
    }

    /** What a heading says; null if nothing that is known. */
    static Match match(String heading) {
        if (heading.isEmpty() || heading.length() > MAX_LENGTH) {
            return null;
        }
        String words = withoutCurrency(heading);
        Match exact = EXACT.get(words);
        if (exact != null) {
            return exact;
        }
        List<String> tokens = List.of(words.split(" "));
        if (tokens.stream().anyMatch(CsvHeadings::isOther)) {
            return new Match(CsvRole.OTHER, 0);
        } else if (tokens.stream().anyMatch(token -> BALANCES.contains(token) || token.endsWith("saldo"))) {
            return new Match(CsvRole.BALANCE, 0);
        }
        Match compound = compound(tokens.getFirst());
        if (tokens.stream().skip(1).anyMatch(INSTEAD::contains)) {
            return null;
        }
        return compound == null ? begun(words) : compound;
    }

    private static boolean isOther(String token) {
        return OTHERS.contains(token) || OTHER_STARTS.stream().anyMatch(token::startsWith);
    }

    /** German and Dutch make one word of many. */
    private static Match compound(String token) {
        if (token.endsWith("betrag") || token.endsWith("bedrag")) {
            return new Match(CsvRole.AMOUNT, Match.VAGUE);
        } else if (token.endsWith("datum")) {
            return new Match(CsvRole.DATE, 2 * Match.VAGUE);
        }
        return token.endsWith("wahrung") ? new Match(CsvRole.CURRENCY, Match.VAGUE) : null;
    }

    /** What the longest beginning says that is known. */
    private static Match begun(String words) {
        int end = words.lastIndexOf(' ');
        while (end >= LEAST_PREFIX) {
            Match match = EXACT.get(words.substring(0, end));
            if (match != null && match.role.isPrefix()) {
                return new Match(match.role, Match.VAGUE + match.rank);
            }
            end = words.lastIndexOf(' ', end - 1);
        }
        return null;
    }

    private static String withoutCurrency(String heading) {
        String words = normal(heading);
        String code = currency(heading);
        if (code == null) {
            return words;
        }
        String rest = words.substring(0, Math.max(0, words.lastIndexOf(' ')));
        int last = rest.lastIndexOf(' ');
        return last > 0 && BETWEEN.contains(rest.substring(last + 1)) ? rest.substring(0, last) : rest;
    }

    /** The currency at the end of a heading, such as {@code Betrag (EUR)}; null if there is none. */
    static String currency(String heading) {
        String text = heading.replace("R$", " BRL").replace("\u20AC", " EUR").replace("\u00A3", " GBP");
        String[] words = PUNCTUATION.split(text);
        String last = words.length < 2 ? "" : words[words.length - 1];
        if (last.equalsIgnoreCase("euro") || last.equalsIgnoreCase("euros")) {
            return "EUR";
        }
        return CODES.contains(last) ? last : null;
    }

    static boolean isCurrency(String code) {
        return CODES.contains(code);
    }

    /** How well a row makes a header: how many different roles its cells have, if a day's is one and nothing in it is a value. */
    static int known(CsvRow row) {
        Set<CsvRole> roles = new HashSet<>();
        for (String cell : row.cells()) {
            Match match = match(cell);
            if (isValue(cell)) {
                return 0;
            } else if (match != null) {
                roles.add(match.role);
            }
        }
        boolean day = roles.contains(CsvRole.DATE) || roles.contains(CsvRole.VALUTA);
        return day && roles.size() > 1 ? roles.size() : 0;
    }

    /** Whether a cell has what stands below headings. */
    static boolean isValue(String cell) {
        return cell.chars().filter(c -> c >= '0' && c <= '9').count() > 3 || CsvAmount.isOne(cell);
    }

    /** Whether a row has headings by which alone a statement can be told: those of days and of amounts. */
    static boolean areStatement(CsvRow row) {
        Set<CsvRole> roles = new HashSet<>();
        row.cells().forEach(cell -> {
            Match match = match(cell);
            roles.add(match == null ? CsvRole.OTHER : match.role);
        });
        return known(row) > 0
                && List.of(CsvRole.AMOUNT, CsvRole.DEBIT, CsvRole.CREDIT).stream()
                        .anyMatch(roles::contains);
    }

    /** The headings of a row as one text. */
    static String joined(CsvRow row) {
        return row.cells().subList(0, row.width()).stream()
                .map(CsvHeadings::normal)
                .collect(Collectors.joining("|"));
    }

    /** Whether any of some texts has one of some words. */
    static boolean mention(List<String> texts, Set<String> words) {
        return texts.stream().anyMatch(text -> mentions(text, words));
    }

    /** Whether a text, unless it is long, has one of some words. */
    static boolean mentions(String text, Set<String> words) {
        return text.length() <= MAX_LENGTH
                && Arrays.stream(normal(text).split(" ")).anyMatch(words::contains);
    }
}
