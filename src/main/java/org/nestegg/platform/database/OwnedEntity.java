package org.nestegg.platform.database;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** What the row of every object that belongs to a user has: its owner, who never changes. */
@MappedSuperclass
public abstract class OwnedEntity extends StoredEntity {

    @Column(name = "user_id", updatable = false)
    public UUID owner;
}
