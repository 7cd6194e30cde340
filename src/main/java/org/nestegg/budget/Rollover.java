package org.nestegg.budget;

import jakarta.persistence.EnumeratedValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What of a period is carried into the next. */
@Schema(enumeration = {"none", "unspent", "all"})
public enum Rollover implements Coded {
    NONE("none") {
        @Override
        BigDecimal carry(BigDecimal left) {
            return BigDecimal.ZERO;
        }
    },
    UNSPENT("unspent") {
        @Override
        BigDecimal carry(BigDecimal left) {
            return left.max(BigDecimal.ZERO);
        }
    },
    /** Also what was spent too much. */
    ALL("all") {
        @Override
        BigDecimal carry(BigDecimal left) {
            return left;
        }
    };

    @EnumeratedValue
    public final String code;

    Rollover(String code) {
        this.code = code;
    }

    /** What the next period gets of what is left. */
    abstract BigDecimal carry(BigDecimal left);

    @Override
    public String code() {
        return code;
    }
}
