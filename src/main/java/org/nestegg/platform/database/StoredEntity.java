package org.nestegg.platform.database;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** What the row of every object of the API has: a UUIDv7 (RFC 9562), its times, and a version against lost updates. */
@MappedSuperclass
public abstract class StoredEntity extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Version
    public int version;

    @Column(updatable = false)
    public Instant createdAt;

    public Instant updatedAt;

    /** In microseconds, as the database keeps it, so that what is answered now is what is read later. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Gives it what a new row has, for whoever writes many by one statement. */
    public void stampNew() {
        id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        created();
    }

    /** Gives it the time of a change, for whoever writes many by one statement. */
    public void stampChanged() {
        updated();
    }

    @PrePersist
    void created() {
        createdAt = now();
        updatedAt = createdAt;
    }

    @PreUpdate
    void updated() {
        updatedAt = now();
    }
}
