package org.nestegg.statement.format.ofx;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.UnreadableFileException;
import org.nestegg.statement.format.Words;

/**
 * The tags of a file of OFX and the text after each, SGML and XML alike. What does not look like a tag is text; ends are not
 * needed; {@code &} that begins no entity is itself.
 */
final class OfxTags {

    private static final int MAX_NAME = 40;
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,5}));");
    private static final Pattern BROKEN = Pattern.compile("</?[A-Za-z0-9._-]*+");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final String text;
    private String name;
    private boolean closing;
    private int begin;
    private int end;
    private int next;

    OfxTags(String file) {
        int last = file.lastIndexOf('<');
        // A tag that the file breaks off in is no text of the value before it.
        boolean broken = last >= 0
                && file.length() - last <= MAX_NAME
                && BROKEN.matcher(file).region(last, file.length()).matches();
        text = broken ? file.substring(0, last) : file;
        next = find(0);
    }

    /**
     * Goes to the next tag.
     *
     * @return false if there is none
     * @throws UnreadableFileException if there is a document type
     */
    boolean next() {
        if (next >= text.length()) {
            return false;
        }
        begin = next;
        closing = text.charAt(begin + 1) == '/';
        int from = closing ? begin + 2 : begin + 1;
        int to = nameEnd(from);
        name = text.substring(from, to).toUpperCase(Locale.ROOT);
        end = text.indexOf('>', to) + 1;
        next = find(end);
        return true;
    }

    /** In capitals. */
    String name() {
        return name;
    }

    boolean isClosing() {
        return closing;
    }

    /** Where the tag begins. */
    int begin() {
        return begin;
    }

    /** Where the tag ends. */
    int end() {
        return end;
    }

    /** What stands between this tag and the next, with one space for each run of white space; null if nothing does. */
    String value() {
        StringBuilder value = new StringBuilder();
        int at = end;
        while (at < next) {
            int mark = text.indexOf('<', at);
            int plain = mark < 0 || mark > next ? next : mark;
            decode(text.substring(at, plain), value);
            at = plain == next ? next : special(plain, value);
        }
        return Words.collapse(value.toString());
    }

    /** Takes what begins with {@code <} in a text, and says where it ends. */
    private int special(int at, StringBuilder value) {
        int skipped = skip(at);
        if (text.startsWith(CDATA, at)) {
            int close = skipped - CDATA_END.length();
            value.append(text, at + CDATA.length(), text.startsWith(CDATA_END, close) ? close : skipped);
        } else if (skipped == at) {
            value.append('<');
            return at + 1;
        }
        return skipped;
    }

    private static void decode(String raw, StringBuilder value) {
        if (raw.indexOf('&') < 0) {
            value.append(raw);
            return;
        }
        Matcher entity = ENTITY.matcher(raw);
        while (entity.find()) {
            entity.appendReplacement(value, Matcher.quoteReplacement(decoded(entity)));
        }
        entity.appendTail(value);
    }

    private static String decoded(Matcher entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3).toLowerCase(Locale.ROOT), entity.group());
        }
        int point = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return point == 0 || !Character.isValidCodePoint(point) ? entity.group() : Character.toString(point);
    }

    /** Where the next tag begins; the text's end if there is none. */
    private int find(int from) {
        int at = text.indexOf('<', from);
        while (at >= 0) {
            int skipped = skip(at);
            if (skipped == at) {
                if (isTag(at)) {
                    return at;
                }
                skipped = at + 1;
            }
            at = text.indexOf('<', skipped);
        }
        return text.length();
    }

    /** Where a comment, an instruction or a marked section ends that begins here; here itself if none does. */
    private int skip(int at) {
        if (text.startsWith(CDATA, at)) {
            return after(CDATA_END, at);
        } else if (text.startsWith("<!--", at)) {
            return after("-->", at);
        } else if (text.startsWith("<?", at)) {
            return after("?>", at);
        } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9) || text.regionMatches(true, at, "<!ENTITY", 0, 8)) {
            throw new UnreadableFileException();
        }
        return at;
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private boolean isTag(int at) {
        int from = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int to = nameEnd(from);
        if (to == from || to - from > MAX_NAME || to == text.length() || !isLetter(text.charAt(from))) {
            return false;
        }
        char after = text.charAt(to);
        if (after != '>' && after != '/' && !Character.isWhitespace(after)) {
            return false;
        }
        int i = to;
        while (i < text.length() && text.charAt(i) != '>' && text.charAt(i) != '<') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '>';
    }

    private int nameEnd(int from) {
        int to = from;
        while (to < text.length() && to - from <= MAX_NAME && isName(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
