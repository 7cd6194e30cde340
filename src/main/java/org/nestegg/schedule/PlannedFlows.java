package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What schedules will still move: what is neither posted nor skipped, of schedules that are not paused. */
public final class PlannedFlows {

    /** What waits for longer is not waited for, in days. */
    private static final int WAITING = 31;

    private PlannedFlows() {}

    /** An occurrence that is neither posted nor skipped, of a schedule that is not paused. */
    public record Open(Schedule schedule, Occurrence occurrence) {}

    /**
     * Those of all of an owner's schedules, by two statements.
     *
     * @param from the first day on which money moves
     * @param to the last
     * @param today in the owner's time zone
     */
    public static List<PlannedFlow> between(UUID owner, LocalDate from, LocalDate to, LocalDate today) {
        return between(owner, Schedule.all(owner), from, to, today);
    }

    /**
     * Those of some schedules, kept or not, by one statement. What has been due since a while ago and waits still, for a person or for
     * its account, is there as of the first day, if that is not later than tomorrow. Of days long ago there is nothing.
     */
    public static List<PlannedFlow> between(
            UUID owner, Collection<Schedule> schedules, LocalDate from, LocalDate to, LocalDate today) {
        return open(owner, schedules, from, to, today).stream()
                .map(open -> PlannedFlow.of(open.schedule, open.occurrence, later(open.occurrence.due(), from)))
                .sorted(Comparator.comparing(PlannedFlow::date)
                        .thenComparing(PlannedFlow::scheduleId, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * What all of an owner's schedules have due until a day, with what has waited since a while ago, by day and by two statements.
     */
    public static List<Open> due(UUID owner, LocalDate to, LocalDate today) {
        return open(owner, Schedule.all(owner), today, to, today).stream()
                .sorted(Comparator.comparing((Open open) -> open.occurrence.due())
                        .thenComparing(open -> open.schedule.id))
                .toList();
    }

    /** What is due from a day on; from today or tomorrow on, with what has waited. */
    private static List<Open> open(
            UUID owner, Collection<Schedule> schedules, LocalDate from, LocalDate to, LocalDate today) {
        LocalDate begin =
                from.isAfter(today.plusDays(1)) ? from : later(from, today).minusDays(WAITING);
        LocalDate first = Weekend.earliest(begin);
        Map<UUID, Posted> posted = Posted.of(owner, schedules, first);
        List<Open> found = new ArrayList<>();
        for (Schedule schedule : schedules) {
            if (!schedule.paused) {
                new Timeline(schedule, posted.get(schedule.id), today)
                        .between(first, to.plusDays(Weekend.MOST), Integer.MAX_VALUE).stream()
                                .filter(Occurrence::isOpen)
                                .filter(open -> !open.due().isBefore(begin)
                                        && !open.due().isAfter(to))
                                .forEach(open -> found.add(new Open(schedule, open)));
            }
        }
        return found;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
