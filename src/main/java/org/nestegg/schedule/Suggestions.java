package org.nestegg.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nestegg.transaction.BankText;

/** Schedules that an owner could make of what has come again, but for what they have made schedules of. */
final class Suggestions {

    /** So many are proposed. */
    private static final int MOST = 50;

    /** What is so much alike is the same. */
    private static final double ALIKE = 0.6;

    private Suggestions() {}

    /** What a text is about, to be compared often. */
    private record About(String subject, BankText text) {

        static About of(String text) {
            String subject = Subject.of(text);
            return new About(subject, new BankText(subject));
        }

        boolean isLike(About other) {
            return subject.equals(other.subject) || text.similarity(other.text) >= ALIKE;
        }
    }

    /** A schedule that is there, and what it is about. */
    private record Known(Schedule schedule, About about) {

        /** Whether it is about the same as what has come again. */
        boolean covers(Series series, About other) {
            PastTransaction last = series.last();
            return schedule.type == last.type()
                    && Objects.equals(schedule.accountId, last.accountId())
                    && schedule.currency.equals(last.currency())
                    && (about.isLike(other)
                            || schedule.amount.compareTo(last.amount()) == 0
                                    && comesBy(series.beat().rhythm()));
        }

        private boolean comesBy(Rhythm rhythm) {
            Iterator<LocalDate> days = schedule.rule().from(schedule.start);
            LocalDate first = days.next();
            return days.hasNext() && rhythm.isAbout(ChronoUnit.DAYS.between(first, days.next()));
        }
    }

    /**
     * The surest first, read by two statements.
     *
     * @param today in the owner's time zone
     */
    static List<Series> of(UUID owner, LocalDate today) {
        List<Known> known = Schedule.all(owner).stream()
                .filter(schedule -> schedule.rule().from(schedule.start, today).hasNext())
                .map(schedule -> new Known(schedule, About.of(schedule.description)))
                .toList();
        return Recurring.in(PastTransaction.between(owner, today.minusMonths(Rhythm.MOST_MONTHS), today), today)
                .stream()
                .filter(series -> {
                    About about = About.of(series.last().description());
                    return known.stream().noneMatch(schedule -> schedule.covers(series, about));
                })
                .limit(MOST)
                .toList();
    }
}
