package org.nestegg.platform.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.nestegg.platform.digest.EntityTag;
import org.nestegg.platform.digest.Sha256;

/**
 * Strong entity tags (RFC 9110, section 8.8.3). A tag is a digest of what is shown, byte for byte; so it changes with all
 * of that, with what follows from other objects, too, and is the same on every replica.
 */
@Singleton
public class EntityTags {

    private final ObjectMapper mapper;

    EntityTags(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The JSON that shows an object. */
    public byte[] show(Tagged view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tag of a JSON text, in its quotes. */
    public String of(byte[] json) {
        return EntityTag.ofDigest(Sha256.of(json));
    }
}
