package org.nestegg.statement.format.camt;

import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.LineCounter;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.StatementReader;
import org.nestegg.statement.format.WarningCode;

/** Reads ISO 20022 camt.052 and camt.053, any version, with or without namespaces; camt.054 has the same entries. */
public final class CamtReader implements StatementReader {

    private static final Pattern MESSAGE =
            Pattern.compile("<(?:[\\w.-]{1,50}+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\\b|:xsd:camt\\.05[234]\\.");

    /** What there is one of for each account. */
    private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");

    @Override
    public boolean recognises(FileText file) {
        String head = file.head();
        int begin = head.indexOf('<');
        return begin >= 0
                && head.chars().limit(begin).noneMatch(Character::isLetterOrDigit)
                && MESSAGE.matcher(head).find();
    }

    @Override
    public void read(FileText file, Layout answers, Reading reading) {
        String text = file.text();
        LineCounter lines = new LineCounter(text);
        CamtStatement statement = null;
        int begun = -1;
        try {
            XmlEvents xml = new XmlEvents(text, Math.max(text.indexOf('<'), 0));
            int level = 0;
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.END_ELEMENT && statement != null && xml.depth() < level) {
                    statement.finish();
                    statement = null;
                } else if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                } else if (statement == null && STATEMENTS.contains(xml.name())) {
                    statement = new CamtStatement(text, lines, reading);
                    level = xml.depth();
                } else if (statement != null && xml.depth() == level + 1) {
                    begun = xml.name().equals("Ntry") ? xml.begin() : -1;
                    statement.take(XmlNode.read(xml));
                    begun = -1;
                }
            }
        } catch (XMLStreamException _) {
            reading.warn(WarningCode.CUT_SHORT, null);
            if (statement != null) {
                statement.breakOff(begun);
            }
        }
    }
}
