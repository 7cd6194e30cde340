package org.nestegg.statement.format.qif;

import java.util.regex.Pattern;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.StatementReader;

/** Reads the Quicken Interchange Format: what went through banks, cards and purses, but no securities and no lists. */
public final class QifReader implements StatementReader {

    private static final Pattern HEADER =
            Pattern.compile("(?:^|[\\r\\n])[ \\t]*+!(?:type:|account|option:|clear:)", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean recognises(FileText file) {
        return HEADER.matcher(file.head()).find();
    }

    @Override
    public void read(FileText file, Layout answers, Reading reading) {
        String text = file.text();
        QifContent content = new QifContent(text, reading);
        int number = 1;
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            content.line(text.substring(begin, end).strip(), number++, begin);
            begin = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        content.finish(answers);
    }
}
