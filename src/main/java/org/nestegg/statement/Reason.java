package org.nestegg.statement;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;
import org.nestegg.platform.language.Texts;
import org.nestegg.statement.format.Explained;
import org.nestegg.statement.format.FormatTexts;

/** Why a row is to become what it is to become. */
@Schema(
        enumeration = {
            "new",
            "same-reference",
            "same-row",
            "recorded-by-hand",
            "scheduled",
            "probable-duplicate",
            "deleted-before",
            "rule",
            "pending",
            "invalid",
            "chosen"
        })
public enum Reason implements Coded, Explained {
    /** Nothing is known that it could be. */
    NEW("new"),
    /** What has the bank's reference is there. */
    SAME_REFERENCE("same-reference"),
    /** A row like it was imported before. */
    SAME_ROW("same-row"),
    /** It was recorded before the bank told of it. */
    RECORDED_BY_HAND("recorded-by-hand"),
    /** A schedule has posted it; its amount may have been another. */
    SCHEDULED("scheduled"),
    /** What was imported before is much like it. */
    PROBABLE_DUPLICATE("probable-duplicate"),
    /** What had been imported of it was deleted since. */
    DELETED_BEFORE("deleted-before"),
    /** A rule says so. */
    RULE("rule"),
    /** The bank has not booked it yet. */
    PENDING("pending"),
    /** It cannot be read, or not be recorded. */
    INVALID("invalid"),
    /** Somebody says so. */
    CHOSEN("chosen");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one of a code that there is. */
    static Reason of(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String subject() {
        return "reason";
    }

    @Override
    public Texts texts() {
        return FormatTexts.TEXTS;
    }
}
