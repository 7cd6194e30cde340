package org.nestegg.goal;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** Money to set aside for a goal, or to take back. */
@Schema(examples = """
        {"amount": "500", "date": "2026-11-20", "note": "Every month"}
        """)
record ContributionInput(
        @Schema(
                ref = "SignedAmount",
                required = true,
                description = "In the goal's currency, as a decimal or a JSON number; negative takes some back")
        @NotNull
        BigDecimal amount,

        @Schema(nullable = true, description = "Today if left out")
        LocalDate date,

        @Schema(nullable = true, minLength = 1, maxLength = 500) @CodePointLength(min = 1, max = 500)
        String note,

        @Schema(nullable = true, description = "An income in the goal's currency that the money is of")
        UUID transactionId)
        implements Checked {

    @Override
    public void check(Consumer<FieldError> faults) {
        if (amount != null && amount.signum() == 0) {
            faults.accept(FieldError.at("/amount", CommonFieldError.ZERO));
        }
    }
}
