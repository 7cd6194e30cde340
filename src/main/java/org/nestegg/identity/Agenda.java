package org.nestegg.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.platform.database.Sql;

/**
 * What is to be done for users without being asked, and on which day of theirs. Whoever is let in is told the first day, by the
 * statement that lets them in; so whoever has nothing due is not looked up for it.
 */
@Entity
@Table(name = "agenda")
public class Agenda extends PanacheEntityBase {

    /** The first day of the user of the row {@code s}, as an SQL expression. */
    public static final String FIRST_DAY = "(select min(a.due_on) from agenda a where a.user_id = s.user_id)";

    /** Whether {@link #due(Instant, Collection, int)} looks at its user. */
    private static final String IS_SERVED = "id.owner in (select id from User where not disabled)";

    /** How far the calendar day of any place is ahead of that of UTC at most. */
    private static final Duration FURTHEST_AHEAD = Duration.ofHours(14);

    @EmbeddedId
    public Id id;

    /** The day, in the time zone of the user. */
    public LocalDate dueOn;

    /** On which day it was due first, if it could not be done since. */
    public LocalDate stuckSince;

    /** @param subject what it is about */
    @Embeddable
    public record Id(@Column(name = "user_id") UUID owner, UUID subject) {}

    /** Somebody for whom something is due. */
    public record Due(UUID owner, ZoneId timeZone) {}

    /**
     * Puts what is about a subject on a day, or takes it off where there is no day.
     *
     * @param stuckSince on which day it was due first, if it could not be done since, or null
     */
    public static void put(UUID owner, UUID subject, LocalDate day, LocalDate stuckSince) {
        Agenda known = findById(new Id(owner, subject));
        if (day == null) {
            if (known != null) {
                known.delete();
            }
            return;
        }
        Agenda entry = Optional.ofNullable(known).orElseGet(Agenda::new);
        entry.dueOn = day;
        entry.stuckSince = stuckSince;
        if (known == null) {
            entry.id = new Id(owner, subject);
            entry.persist();
        }
    }

    /** What is due for an owner until a day, that day included, what is due first coming first. */
    public static List<Agenda> due(UUID owner, LocalDate until) {
        return list("id.owner = ?1 and dueOn <= ?2 order by dueOn, id.subject", owner, until);
    }

    /** The same of what is about one subject. */
    public static List<Agenda> due(UUID owner, UUID subject, LocalDate until) {
        return list("id.owner = ?1 and id.subject = ?2 and dueOn <= ?3", owner, subject, until);
    }

    /** Some of those for whom something is due at a moment, each in their own time zone, but for some others. */
    public static List<Due> due(Instant now, Collection<UUID> except, int most) {
        Map<String, String> days = ZoneId.getAvailableZoneIds().stream()
                .collect(Collectors.toMap(
                        zone -> zone,
                        zone -> LocalDate.ofInstant(now, ZoneId.of(zone)).toString()));
        return Sql.list(
                "select u.id, u.time_zone from agenda a join users u on u.id = a.user_id"
                        + " join unnest(cast(:zones as text[]), cast(:days as date[])) z (name, day) on z.name = u.time_zone"
                        + " where a.due_on <= :latest and a.due_on <= z.day and not u.disabled and u.erased_at is null"
                        + " and not u.id = any(cast(:except as uuid[]))"
                        + " group by u.id, u.time_zone order by min(a.due_on), u.id limit " + most,
                Map.of(
                        "except", except,
                        "zones", List.copyOf(days.keySet()),
                        "days", List.copyOf(days.values()),
                        "latest", LocalDate.ofInstant(now.plus(FURTHEST_AHEAD), ZoneOffset.UTC)),
                row -> new Due(row.id(), ZoneId.of(row.text())));
    }

    /** How much has been due for more than a day wherever its user may be; for whom nothing is done, nothing is left. */
    public static long countLeft(Instant now) {
        return count(
                "dueOn < ?1 and " + IS_SERVED,
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
    }

    /** How many could not be done for some reason or other, of those whom it is tried for. */
    public static long countStuck() {
        return count("stuckSince is not null and " + IS_SERVED);
    }
}
