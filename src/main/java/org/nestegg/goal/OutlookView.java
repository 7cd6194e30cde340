package org.nestegg.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;

/** When a goal will be reached, as callers see it. */
@Schema(name = "GoalOutlook", examples = """
                {"targetAmount": "12000.00", "savedAmount": "3000.00", "missing": "9000.00", "targetDate": "2029-01-01",
                 "perMonth": "346.16", "pace": "500.00", "expectedDate": "2028-05-20", "onTrack": true}
                """)
record OutlookView(
        @Schema(required = true, ref = "Money") String targetAmount,

        @Schema(
                required = true,
                ref = "Money",
                description = "Set aside for it and for all goals below it that share its currency")
        String savedAmount,

        @Schema(required = true, ref = "Money", description = "Never below zero")
        String missing,

        @Schema(required = true, nullable = true) LocalDate targetDate,

        @Schema(
                required = true,
                ref = "NullableMoney",
                description =
                        "Needed each month from now to the target date, rounded up; a month begun counts whole, and a"
                                + " target date that is past is one month ahead. Zero when nothing is missing; else null without a"
                                + " target date")
        String perMonth,

        @Schema(
                required = true,
                ref = "Money",
                description =
                        "Mean contributions, as those that savedAmount sums up, of a calendar month, up to today: of the"
                                + " last 6 with this one, or of those since the first. Negative when more was taken back")
        String pace,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "When nothing will be missing at this pace. Null when nothing is missing now, when the pace is"
                                + " not above zero, and when it would take more than a thousand years")
        LocalDate expectedDate,

        @Schema(
                required = true,
                nullable = true,
                description = "Whether nothing is missing, or will be by the target date; null without one")
        Boolean onTrack)
        implements Tagged {

    static OutlookView of(Outlook outlook) {
        Goal goal = outlook.goal();
        return new OutlookView(
                display(goal.targetAmount, goal),
                display(outlook.saved(), goal),
                display(outlook.missing(), goal),
                goal.targetDate,
                outlook.perMonth().map(amount -> display(amount, goal)).orElse(null),
                display(outlook.pace().mean(goal.currency.getDefaultFractionDigits()), goal),
                outlook.expectedDate().orElse(null),
                outlook.onTrack().orElse(null));
    }

    private static String display(BigDecimal amount, Goal goal) {
        return Money.stored(amount, goal.currency).display();
    }
}
