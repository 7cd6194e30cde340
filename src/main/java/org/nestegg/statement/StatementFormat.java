package org.nestegg.statement;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.StatementReader;
import org.nestegg.statement.format.camt.CamtReader;
import org.nestegg.statement.format.csv.CsvReader;
import org.nestegg.statement.format.mt940.Mt940Reader;
import org.nestegg.statement.format.ofx.OfxReader;
import org.nestegg.statement.format.qif.QifReader;

/** The formats of files that are read, in the order in which a file is tried. */
@Schema(enumeration = {"camt", "ofx", "mt940", "qif", "csv"})
public enum StatementFormat implements Coded {
    /** ISO 20022 camt.052 and camt.053, any version. */
    CAMT("camt", new CamtReader()),
    /** OFX 1.x (SGML) and 2.x (XML), QFX. */
    OFX("ofx", new OfxReader()),
    /** SWIFT MT940. */
    MT940("mt940", new Mt940Reader()),
    /** Quicken Interchange Format. */
    QIF("qif", new QifReader()),
    /** Any table of separated values. */
    CSV("csv", new CsvReader());

    @EnumeratedValue
    public final String code;

    private final StatementReader reader;

    StatementFormat(String code, StatementReader reader) {
        this.code = code;
        this.reader = reader;
    }

    @Override
    public String code() {
        return code;
    }

    public StatementReader reader() {
        return reader;
    }

    /** The format of a file; nothing if it is none of these. */
    public static Optional<StatementFormat> of(FileText file) {
        return Arrays.stream(values())
                .filter(format -> format.reader.recognises(file))
                .findFirst();
    }
}
