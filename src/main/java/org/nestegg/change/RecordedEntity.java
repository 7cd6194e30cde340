package org.nestegg.change;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.nestegg.platform.database.OwnedEntity;

/** An object that is remembered: each change of it is part of a {@link Change}. */
@MappedSuperclass
public abstract class RecordedEntity extends OwnedEntity {

    protected RecordedEntity() {}

    /** As it was: not for being written. */
    protected RecordedEntity(Row row) {
        id = row.id("id");
        owner = row.id("user_id");
        createdAt = row.instant("created_at");
        updatedAt = row.instant("updated_at");
    }

    @PostPersist
    @PostUpdate
    @PostRemove
    void touch() {
        Recording.touch();
    }
}
