package org.nestegg.statement.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a file: what came or went, as the bank has it. What a file does not say is null; what could not be read is null, too,
 * and among the faults.
 */
public final class Entry {

    /** Where it begins, from 1. */
    public final int line;

    /** The row as the file has it. */
    public final String source;

    /** The day on which it was booked. */
    public LocalDate date;

    /** What came is positive, what went negative. */
    public BigDecimal amount;

    /** The code that the row itself names; null where it is the statement's. */
    public String currency;

    /** Who and what for, as texts come: not cut, perhaps empty. */
    public String description;

    /** What else there is to read, beside the description; may have lines. */
    public String notes;

    public String category;

    /** What the bank knows it by, whatever it is worth: {@link References} tells. */
    public String reference;

    /** Whether the bank has not booked it yet. */
    public boolean pending;

    public final List<RowFault> faults = new ArrayList<>();

    public Entry(int line, String source) {
        this.line = line;
        this.source = source;
    }
}
