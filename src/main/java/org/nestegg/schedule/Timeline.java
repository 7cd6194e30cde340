package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.nestegg.money.Money;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.recurrence.Recurrence;
import org.nestegg.transaction.TransactionType;

/**
 * The occurrences of a schedule, and what has become of each. Nothing but what was posted, and what was skipped or restored one by
 * one, is kept: the rest follows from the rule and the day.
 *
 * @param posted what has been, of the days that are asked for
 * @param today in the time zone of the owner
 */
record Timeline(Schedule schedule, Posted posted, LocalDate today) {

    /** So many are posted at once when a schedule is made, and shown at once. */
    static final int MOST = 1000;

    /** Between a day and the transaction that was deleted, in the mark of what is restored. */
    private static final String OF = "/";

    /** That of a schedule as it is kept: occurrences of days from one on are told. */
    static Timeline of(Schedule schedule, LocalDate from, LocalDate today) {
        return new Timeline(
                schedule, Posted.of(schedule.owner, List.of(schedule), from).get(schedule.id), today);
    }

    /** The day of what is restored. */
    static LocalDate dayOf(String mark) {
        return LocalDate.parse(mark.split(OF)[0]);
    }

    /**
     * Those that the rule hits on some days, both included.
     *
     * @param most so many are looked for
     */
    List<Occurrence> between(LocalDate from, LocalDate to, int most) {
        List<Occurrence> found = new ArrayList<>();
        Iterator<LocalDate> days = schedule.rule().from(schedule.start, from);
        while (found.size() < most && days.hasNext()) {
            LocalDate day = days.next();
            if (day.isAfter(to)) {
                break;
            }
            found.add(of(day));
        }
        return found;
    }

    /** That of a day, if the rule hits it. */
    Optional<Occurrence> on(LocalDate date) {
        return schedule.rule().hits(schedule.start, date) ? Optional.of(of(date)) : Optional.empty();
    }

    /**
     * That of a day, if it is not posted.
     *
     * @throws ProblemException with {@code not-found} or {@code occurrence-posted}
     */
    Occurrence unposted(LocalDate date) {
        Occurrence occurrence = on(date).orElseThrow(ProblemException::notFound);
        if (occurrence.isPosted()) {
            throw new ProblemException(ScheduleProblem.OCCURRENCE_POSTED);
        }
        return occurrence;
    }

    /** Those that are to be posted by now, the first ones, of days from one on. */
    List<Occurrence> due(LocalDate from, int most) {
        return isPosting() ? openUntilToday(from, most) : List.of();
    }

    private List<Occurrence> openUntilToday(LocalDate from, int most) {
        List<Occurrence> open = new ArrayList<>();
        for (Iterator<LocalDate> days = live(from); open.size() < most && days.hasNext(); ) {
            Occurrence occurrence = of(days.next());
            if (occurrence.due().isAfter(today)) {
                break;
            }
            if (occurrence.isOpen()) {
                open.add(occurrence);
            }
        }
        return open;
    }

    /** Days from one on that are not over by themselves: what is restored, and all since the schedule lives. */
    private Iterator<LocalDate> live(LocalDate from) {
        LocalDate begin = Weekend.earliest(schedule.liveFrom);
        LocalDate rest = from.isAfter(begin) ? from : begin;
        Recurrence rule = schedule.rule();
        Iterator<LocalDate> restored = schedule.restored.stream()
                .map(Timeline::dayOf)
                .filter(day -> !day.isBefore(from) && day.isBefore(rest))
                .filter(day -> rule.hits(schedule.start, day))
                .distinct()
                .sorted()
                .iterator();
        Iterator<LocalDate> days = rule.from(schedule.start, rest);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return restored.hasNext() || days.hasNext();
            }

            @Override
            public LocalDate next() {
                return restored.hasNext() ? restored.next() : days.next();
            }
        };
    }

    /** The first day on which one is to be posted, of days from one on. */
    Optional<LocalDate> firstDue(LocalDate from) {
        return isPosting() ? first(from, _ -> true).map(Occurrence::due) : Optional.empty();
    }

    /** The next one that is still to come: today's, or a later one. */
    Optional<Occurrence> next() {
        return schedule.paused
                ? Optional.empty()
                : first(Weekend.earliest(today), open -> !open.due().isBefore(today));
    }

    /** The first that is neither posted nor skipped. */
    private Optional<Occurrence> first(LocalDate from, Predicate<Occurrence> fits) {
        for (Iterator<LocalDate> days = live(from); days.hasNext(); ) {
            Occurrence occurrence = of(days.next());
            if (occurrence.isOpen() && fits.test(occurrence)) {
                return Optional.of(occurrence);
            }
        }
        return Optional.empty();
    }

    private boolean isPosting() {
        return schedule.mode == Mode.POST && !schedule.paused;
    }

    /**
     * Refuses to post very much at once.
     *
     * @throws ProblemException with {@code invalid-input}
     */
    void checkCatchUp() {
        if (openUntilToday(schedule.start, MOST + 1).size() > MOST) {
            throw ProblemException.invalid(
                    List.of(FieldError.at("/start", ScheduleFieldError.TOO_MANY_OCCURRENCES, MOST)));
        }
    }

    /** How that of a day is marked when it is restored, if that is needed: what is skipped by itself. */
    Optional<String> mark(Occurrence occurrence) {
        Posted.Entry gone = gone(occurrence.date());
        return gone != null || isOver(occurrence.date(), occurrence.due())
                ? Optional.of(mark(occurrence.date(), gone))
                : Optional.empty();
    }

    private static String mark(LocalDate date, Posted.Entry gone) {
        return gone == null ? date.toString() : date + OF + gone.transaction();
    }

    /** What that of a day, which is not posted any more, was posted as; null where it is as if it had never been. */
    private Posted.Entry gone(LocalDate date) {
        Posted.Entry entry = posted.byDay().get(date);
        return entry == null || entry.undone() ? null : entry;
    }

    private Occurrence of(LocalDate date) {
        LocalDate due = schedule.weekend.move(date);
        Posted.Entry entry = posted.byDay().get(date);
        if (entry != null && entry.isThere()) {
            Money money = schedule.type == TransactionType.TRANSFER
                            && entry.money().amount().signum() < 0
                    ? entry.money().negated()
                    : entry.money();
            return new Occurrence(date, due, OccurrenceState.POSTED, money, entry.transaction());
        }
        return new Occurrence(date, due, state(date, due), schedule.money(), null);
    }

    private OccurrenceState state(LocalDate date, LocalDate due) {
        Posted.Entry gone = gone(date);
        boolean restored = schedule.restored.contains(mark(date, gone));
        if (schedule.skipped.contains(date) || !restored && (gone != null || isOver(date, due))) {
            return OccurrenceState.SKIPPED;
        }
        return schedule.mode == Mode.SUGGEST && !due.isAfter(today)
                ? OccurrenceState.SUGGESTED
                : OccurrenceState.PLANNED;
    }

    /** Whether it was before the schedule was there, or passes while it is paused. */
    private boolean isOver(LocalDate date, LocalDate due) {
        LocalDate later = due.isAfter(date) ? due : date;
        return later.isBefore(schedule.liveFrom) || schedule.paused && later.isBefore(today);
    }
}
