package org.nestegg.statement.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a file has of one account in one currency. What it does not say is null. */
public final class ReadStatement {

    /** What the bank knows the account by, without spaces. */
    public final String number;

    /** A code as the file has it, in capitals. */
    public final String currency;

    /** The days that it is about, as far as the file says so itself. */
    public LocalDate from;

    public LocalDate to;

    /** What lay there before its first row, with its sign. */
    public BigDecimal opening;

    /** What lay there after its last row, with its sign. */
    public BigDecimal closing;

    public final List<Entry> entries = new ArrayList<>();

    ReadStatement(String number, String currency) {
        this.number = number;
        this.currency = currency;
    }

    /** Widens the days that it is about by those of another part of the file; if they run backwards, they say nothing. */
    public void period(LocalDate begin, LocalDate end) {
        if (begin != null && end != null && end.isBefore(begin)) {
            return;
        }
        if (begin != null && (from == null || begin.isBefore(from))) {
            from = begin;
        }
        if (end != null && (to == null || end.isAfter(to))) {
            to = end;
        }
    }

    /** Says what lay there at the start; of several parts of a file, the first one's counts. */
    public void opening(BigDecimal balance) {
        if (opening == null && entries.isEmpty()) {
            opening = balance;
        }
    }

    /** Says what lay there at the end; of several parts of a file, the last one's counts. */
    public void closing(BigDecimal balance) {
        closing = balance;
    }
}
