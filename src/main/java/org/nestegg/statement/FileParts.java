package org.nestegg.statement;

import io.quarkus.hibernate.orm.panache.Panache;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps a file in parts, none of which is large. */
final class FileParts {

    private static final int SIZE = 256 * 1024;

    private FileParts() {}

    static void keep(UUID owner, UUID importId, byte[] content) {
        for (int part = 0; part * SIZE < content.length; part++) {
            Panache.getSession()
                    .createNativeMutationQuery("insert into statement_file values (:owner, :import, :part, :content)")
                    .setParameter("owner", owner)
                    .setParameter("import", importId)
                    .setParameter("part", part)
                    .setParameter(
                            "content",
                            Arrays.copyOfRange(content, part * SIZE, Math.min(content.length, (part + 1) * SIZE)))
                    .executeUpdate();
        }
    }

    /** The file, unless it, or a part of it, has been forgotten. */
    static Optional<byte[]> read(UUID owner, UUID importId, int bytes) {
        List<byte[]> parts = Panache.getSession()
                .createNativeQuery(
                        "select content from statement_file where user_id = :owner and import_id = :import order by part",
                        byte[].class)
                .setParameter("owner", owner)
                .setParameter("import", importId)
                .getResultList();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        parts.forEach(content::writeBytes);
        return content.size() == bytes ? Optional.of(content.toByteArray()) : Optional.empty();
    }
}
