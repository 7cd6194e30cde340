package org.nestegg.statement.format.mt940;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.StatementReader;

/** Reads SWIFT MT940, in blocks or bare, as banks write it rather than as it is written down. */
public final class Mt940Reader implements StatementReader {

    private static final String BLANK = "[\\x00-\\x09\\x0B\\x0C\\x0E-\\x20]*+";

    /** What begins a field, perhaps after the head of a block. Only these: texts may have lines that look alike. */
    private static final Pattern FIELD = Pattern.compile(
            "(?:(?:\\{.*)?\\{4:)?" + BLANK + ":(20|25P?|28C?|60[FM]|61|86|62[FM]|64|65|13D?|34F|90[CD]|NS):");

    private static final Pattern END = Pattern.compile("-(?:\\}.*+|" + BLANK + ")", Pattern.DOTALL);

    /** How a message begins, and what else it must have. */
    private static final Pattern BEGIN =
            Pattern.compile("(?:^|[\\r\\n])" + BLANK + "(?:(?:\\{[^\\r\\n]*)?\\{4:)?" + BLANK + ":2[05]P?:");

    private static final Pattern MORE = Pattern.compile("[\\r\\n]" + BLANK + ":(?:25P?|28C?|60[FM]|61|62[FM]):");

    @Override
    public boolean recognises(FileText file) {
        String head = file.head();
        Matcher begin = BEGIN.matcher(head);
        return begin.find() && MORE.matcher(head).find(begin.end());
    }

    @Override
    public void read(FileText file, Layout answers, Reading reading) {
        String text = file.text();
        Mt940Content content = new Mt940Content(text, reading);
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            line(text, begin, end, content);
            begin = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        content.finish();
    }

    private static void line(String text, int begin, int end, Mt940Content content) {
        int at = begin;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        char first = at < end ? text.charAt(at) : ' ';
        Matcher field = FIELD.matcher(text).region(at, end);
        if ((first == ':' || first == '{') && field.lookingAt()) {
            content.field(field.group(1), begin, field.end(), end);
        } else if (first == '-' && END.matcher(text).region(at, end).matches()) {
            content.endMessage(end);
        } else if (first != '{') {
            content.more(begin, end);
        }
    }
}
