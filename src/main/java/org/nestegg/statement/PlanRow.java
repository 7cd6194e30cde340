package org.nestegg.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nestegg.statement.format.RowFault;

/** A row of a file, what is to become of it and why, and what became of it. */
final class PlanRow {

    /** From 1. */
    int row;

    /** Which of the plan's statements it is of, from 0. */
    int statement;

    int line;

    /** As the file has it. */
    String source;

    /** Null where it could not be read, as the amount may be. */
    LocalDate date;

    /** With its sign, and the decimals of its currency at most. */
    BigDecimal amount;

    String currency;

    /** The bank's text as texts are compared, see {@link BankText}. */
    String text;

    /** The bank's, if it identifies anything: once in the file. */
    String reference;

    boolean pending;

    List<RowFault> errors = new ArrayList<>();

    UUID accountId;

    String description;

    String category;

    List<String> tags = List.of();

    String notes;

    /** The reference, where it is free. */
    String externalId;

    /** The rules that it has met. */
    List<UUID> rules = List.of();

    boolean skippedByRule;

    /** What was decided by hand, or null. */
    Decision chosen;

    /** What was said by hand, by field; a null clears the field. Null where nothing was. */
    Map<String, Object> edits;

    Decision decision = Decision.CREATE;

    /** What it is linked to, or a duplicate of. */
    UUID transactionId;

    Reason reason = Reason.NEW;

    /** How far from that. */
    Integer days;

    /** How much its text is like that one's: from 0 to 1. */
    BigDecimal similarity;

    /** What it has become or was linked to. */
    UUID appliedId;

    /** Where that lay before it was linked, and what it was known by. */
    UUID beforeAccountId;

    String beforeExternalId;

    /** What amount that had, if it was another one than the bank's. */
    BigDecimal beforeAmount;

    /** Whether that stayed when the rest was undone. */
    boolean kept;

    boolean isInvalid() {
        return !errors.isEmpty();
    }

    /** Whether anybody can record it. */
    boolean isRecordable() {
        return !isInvalid() && amount != null && date != null;
    }

    void decide(Decision what, Reason why, UUID transaction) {
        decision = what;
        reason = why;
        transactionId = transaction;
        days = null;
        similarity = null;
    }

    void decide(Decision what, Reason why, UUID transaction, long distance, double likeness) {
        decide(what, why, transaction);
        days = Math.toIntExact(distance);
        similarity = BigDecimal.valueOf(likeness).setScale(2, RoundingMode.HALF_UP);
    }
}
