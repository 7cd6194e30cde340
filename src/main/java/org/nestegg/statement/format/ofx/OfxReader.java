package org.nestegg.statement.format.ofx;

import java.util.regex.Pattern;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.StatementReader;

/** Reads OFX 1.x (SGML) and 2.x (XML) and QFX: accounts and cards at banks, and what was paid by way of a depot. */
public final class OfxReader implements StatementReader {

    private static final Pattern HEADER = Pattern.compile("OFX(?:HEADER|SGML)", Pattern.CASE_INSENSITIVE);

    /** The first tag: files without their beginning are about. */
    private static final Pattern ROOT = Pattern.compile(
            "<(?:OFX|SIGNONMSGSRSV1|BANKMSGSRSV1|CREDITCARDMSGSRSV1|INVSTMTMSGSRSV1|STMTTRNRS|CCSTMTTRNRS"
                    + "|BANKTRANLIST|STMTTRN)[\\s>]",
            Pattern.CASE_INSENSITIVE);

    @Override
    public boolean recognises(FileText file) {
        String head = file.head();
        int begin = head.indexOf('<');
        while (begin >= 0 && (head.startsWith("<?", begin) || head.startsWith("<!", begin))) {
            begin = head.indexOf('<', begin + 1);
        }
        if (begin < 0) {
            return false;
        }
        String before = head.substring(0, head.indexOf('<'));
        return ROOT.matcher(head).region(begin, head.length()).lookingAt()
                && (HEADER.matcher(before).find() || before.chars().noneMatch(Character::isLetterOrDigit));
    }

    @Override
    public void read(FileText file, Layout answers, Reading reading) {
        OfxTags tags = new OfxTags(file.text());
        OfxContent content = new OfxContent(file.text(), reading);
        while (tags.next()) {
            if (tags.isClosing()) {
                content.close(tags);
            } else {
                content.open(tags);
            }
        }
        content.finish();
    }
}
