package org.nestegg.statement;

import java.util.HexFormat;
import org.nestegg.platform.digest.Sha256;

/** A file as it was sent. */
public final class ReceivedFile {

    /** The largest that is taken, in bytes: 10 MiB. */
    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** The longest name, in code points. */
    static final int MAX_NAME = 255;

    private final String name;
    private final byte[] content;

    ReceivedFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** What its sender calls it; null if they do not say. */
    String name() {
        return name;
    }

    /** The same file by another name. */
    ReceivedFile called(String other) {
        return new ReceivedFile(other, content);
    }

    byte[] content() {
        return content;
    }

    /** Its digest, in hexadecimal. */
    String sha256() {
        return HexFormat.of().formatHex(Sha256.of(content));
    }
}
