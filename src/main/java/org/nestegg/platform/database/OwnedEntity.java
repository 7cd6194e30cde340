package org.nestegg.platform.database;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/**
 * What the row of every object that belongs to a user has: its owner, who never changes. Rows are found by owner and id, also
 * where they are written: the primary key is both.
 */
@MappedSuperclass
public abstract class OwnedEntity extends StoredEntity {

    @PartitionKey
    @Column(name = "user_id", updatable = false)
    public UUID owner;
}
