package org.nestegg.statement.format.mt940;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.Words;

/**
 * What a {@code :86:} says: in fields of numbers as German, Austrian and Polish banks write it, by words between slashes as Dutch
 * ones do, or just so.
 *
 * @param description who and what for; null if nothing
 * @param notes what else; null if nothing
 */
record Mt940Purpose(String description, String notes) {

    static final Mt940Purpose NONE = new Mt940Purpose(null, null);

    /** So long is a line that goes on in the next without a space. */
    private static final int FULL_LINE = 64;

    /** So long is a field that goes on in the next without a space. */
    private static final int FULL_FIELD = 27;

    /** The code of what was done, and the mark that numbers of fields follow, which each bank chooses. */
    private static final Pattern NUMBERED = Pattern.compile("\\s*+(\\d{3})?\\s*+([?<>~^@|\u00AC\u00A6])\\s*+\\d\\d");

    private static final Set<Integer> NAME = Set.of(32, 33);

    private static final Pattern SEPA =
            Pattern.compile("\\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)\\+");

    private static final Pattern WORDS = Pattern.compile(
            "/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|KREF|PREF|MARF|CSID|ORDP|BENM"
                    + "|CNTP|ULTD|ULTC|ULTB|ISDT|ADDR|ID|RTRN|PURP|SWOC|SVCL|CREF|NRTX|INIT|OCMT|CHGS|CDTRREF|CDTRREFTP|PT|PY)/");

    /** How what is written next is to be understood; it is no part of that. */
    private static final Pattern REMITTANCE = Pattern.compile("^\\s*+(?:USTD/++|STRD/(?:CUR/|ISO/)?)");

    static Mt940Purpose of(String lines) {
        Matcher numbered = NUMBERED.matcher(lines);
        if (numbered.lookingAt()) {
            char mark = numbered.group(2).charAt(0);
            String text = unfolded(lines, mark);
            boolean several = next(text, mark, next(text, mark, 0) + 3) < text.length();
            if (numbered.group(1) != null || several) {
                return numbered(fields(text, mark));
            }
        }
        return words(unfolded(lines, '/'));
    }

    /** Lines as one: those that are full were broken anywhere, and before a mark nothing is missing. */
    private static String unfolded(String lines, char mark) {
        StringBuilder text = new StringBuilder(lines.length());
        int begin = 0;
        while (begin <= lines.length()) {
            int end = lines.indexOf('\n', begin);
            end = end < 0 ? lines.length() : end;
            text.append(lines, begin, end);
            boolean whole = end - begin >= FULL_LINE || end + 1 < lines.length() && lines.charAt(end + 1) == mark;
            if (!whole && !(end > begin && lines.charAt(end - 1) == mark)) {
                text.append(' ');
            }
            begin = end + 1;
        }
        return text.toString();
    }

    /** What the fields have, those that go on in another one together: {@code 20} to {@code 29} and {@code 60} to {@code 63}. */
    private static Map<Integer, StringBuilder> fields(String text, char mark) {
        Map<Integer, StringBuilder> fields = new LinkedHashMap<>();
        int begin = next(text, mark, 0);
        while (begin < text.length()) {
            int end = next(text, mark, begin + 3);
            int code = Integer.parseInt(text.substring(begin + 1, begin + 3));
            int first = NAME.contains(code) ? 32 : code >= 20 && code <= 29 || code >= 60 && code <= 63 ? 20 : code;
            append(fields.computeIfAbsent(first, _ -> new StringBuilder()), text.substring(begin + 3, end));
            begin = end;
        }
        return fields;
    }

    private static void append(StringBuilder field, String part) {
        Matcher sepa = SEPA.matcher(part);
        if (sepa.lookingAt()) {
            field.append(' ');
        }
        field.append(part);
        if (part.length() != FULL_FIELD) {
            field.append(' ');
        }
    }

    /** Where the next mark is that a number follows; the text's end if there is none. */
    private static int next(String text, char mark, int from) {
        int at = text.indexOf(mark, from);
        while (at >= 0 && !(at + 2 < text.length() && isDigit(text.charAt(at + 1)) && isDigit(text.charAt(at + 2)))) {
            at = text.indexOf(mark, at + 1);
        }
        return at < 0 ? text.length() : at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Mt940Purpose numbered(Map<Integer, StringBuilder> fields) {
        String kind = collapse(fields.get(0));
        String all = collapse(fields.get(20));
        String purpose = all == null ? null : purpose(all);
        String description = Words.join(collapse(fields.get(32)), purpose);
        if (description == null) {
            return new Mt940Purpose(all == null ? kind : all, all == null ? null : kind);
        }
        return new Mt940Purpose(description, Words.lines(kind, all == null || all.equals(purpose) ? null : all));
    }

    private static String collapse(StringBuilder text) {
        return text == null ? null : Words.collapse(text.toString());
    }

    /** What a SEPA payment is for, without the references around it; null if it has nothing but those. */
    private static String purpose(String all) {
        Matcher key = SEPA.matcher(all);
        int begin = 0;
        boolean found = false;
        while (key.find()) {
            if (found || begin == 0 && key.start() > 0) {
                return Words.collapse(all.substring(begin, key.start()));
            }
            found = key.group(1).equals("SVWZ");
            begin = key.end();
        }
        return found || begin == 0 ? Words.collapse(all.substring(begin)) : null;
    }

    private static Mt940Purpose words(String text) {
        String all = Words.collapse(text);
        Matcher word = WORDS.matcher(text.stripLeading());
        if (all == null || !word.lookingAt()) {
            return new Mt940Purpose(all, null);
        }
        Map<String, String> said = new LinkedHashMap<>();
        String key = word.group(1);
        int begin = word.end();
        String stripped = text.stripLeading();
        while (word.find()) {
            said.putIfAbsent(key, stripped.substring(begin, word.start()));
            key = word.group(1);
            begin = word.end();
        }
        said.putIfAbsent(key, stripped.substring(begin));
        String name = value(said.getOrDefault("NAME", counterparty(said.get("CNTP"))));
        String remittance = value(said.getOrDefault("REMI", said.get("PY")));
        String description = Words.join(name, remittance);
        return description == null ? new Mt940Purpose(all, null) : new Mt940Purpose(description, all);
    }

    /** The third of what stands between its slashes, after account and bank. */
    private static String counterparty(String said) {
        String[] parts = said == null ? new String[0] : said.split("/", 4);
        return parts.length > 2 ? parts[2] : null;
    }

    /** Without slashes at its end, and without the word that says how a reference is written. */
    private static String value(String said) {
        if (said == null) {
            return null;
        }
        int end = said.length();
        while (end > 0 && (said.charAt(end - 1) == '/' || said.charAt(end - 1) <= ' ')) {
            end--;
        }
        return Words.collapse(REMITTANCE.matcher(said.substring(0, end)).replaceFirst(""));
    }
}
