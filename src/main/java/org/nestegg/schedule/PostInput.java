package org.nestegg.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.OptionalBody;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** As what an occurrence is posted. */
@Schema(name = "PostOccurrenceInput", examples = """
        {"amount": "962.40", "date": "2026-12-03"}
        """)
record PostInput(
        @Schema(ref = "Amount", description = "As a decimal or a JSON number; that of the schedule if left out")
        BigDecimal amount,

        @Schema(nullable = true, description = "The day on which money moves; the one when it is due if left out")
        LocalDate date)
        implements OptionalBody, Checked {

    static final String AMOUNT = "/amount";

    @Override
    public void check(Consumer<FieldError> faults) {
        if (amount != null && amount.signum() == 0) {
            faults.accept(FieldError.at(AMOUNT, CommonFieldError.ZERO));
        }
    }
}
