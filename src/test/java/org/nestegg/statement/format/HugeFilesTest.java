package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.statement.StatementFormat;

/** A mebibyte of anything is read in a second or two: what is not in proportion to its size takes hours. */
class HugeFilesTest {

    private static final int SIZE = 1024 * 1024;
    private static final Duration LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "CAMT|<BkToCstmrStmt><Stmt><Ntry>|<a>x</a>",
                "CAMT|<BkToCstmrStmt><Stmt><Ntry><AddtlNtryInf>|&amp;",
                "CAMT|<BkToCstmrStmt>|<Stmt/>",
                "CAMT|<BkToCstmrStmt><Stmt><Ntry><Amt Ccy='EUR'>1</Amt><NtryDtls>|<TxDtls><Amt Ccy='EUR'>1</Amt></TxDtls>",
                "CAMT|<BkToCstmrStmt><Stmt |a='1' ",
                "OFX|<OFX>|<",
                "OFX|<OFX><STMTTRN><MEMO>|<a ",
                "OFX|<OFX><STMTTRN><MEMO>|&#",
                "OFX|<OFX><STMTTRN>|<A>1",
                "OFX|<OFX>|<![CDATA[",
                "MT940|:20:~:25:~:61:|2",
                "MT940|:20:~:25:~:61:~:86:020?20|?20a",
                "MT940|:20:~:25:~:61:~:86:/NAME/|/",
                "MT940|:20:~:25:~:61:~:86:|a~",
                "MT940|:20:~:25:~|{4:",
                "QIF|!Type:Bank~D|1/",
                "QIF|!Type:Bank~|S~"
            })
    void timeIsInProportionToSize(StatementFormat format, String begin, String more) {
        String unit = more.replace('~', '\n');
        String text = begin.replace('~', '\n') + unit.repeat(SIZE / unit.length());
        assertTimeoutPreemptively(LONG, () -> Shown.read(format, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAMT|<BkToCstmrStmt><Stmt>|<Ntry/>",
                "OFX|<OFX>|<STMTTRN>",
                "OFX|<OFX>|<STMTRS><BANKACCTFROM><ACCTID>#</STMTRS>",
                "MT940|:20:~:25:~|:61:~",
                "MT940|:20:~:25:~|:25:#~:60F:C260101EUR1,~",
                "QIF|!Type:Bank~|T~^~",
                "QIF|!Type:Bank~|!Account~N#~^~!Type:Bank~"
            })
    void thereAreNoMoreRowsAndNoMoreAccountsThanAllowed(StatementFormat format, String begin, String more) {
        StringBuilder text = new StringBuilder(begin.replace('~', '\n'));
        for (int i = 0; i <= Reading.MAX_ROWS; i++) {
            text.append(more.replace('~', '\n').replace("#", "a" + i));
        }
        assertTimeoutPreemptively(
                LONG, () -> assertThrows(TooManyRowsException.class, () -> Shown.read(format, text.toString())));
    }

    @Test
    void whatIsSaidOfAFileIsShort() {
        Reading reading = Shown.read(StatementFormat.QIF, "!Type:Bank\n" + "D30/02/2026\nT1\n^\n".repeat(5000));
        assertTrue(reading.warnings().size() <= 100);
    }
}
