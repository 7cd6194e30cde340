package org.nestegg.shared.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as callers send it (RFC 8259): UTF-8, and nothing else. */
public final class JsonText {

    /** Otherwise all parsers share a table of names, and names that are made to collide break it for everybody. */
    private static final JsonFactory PARSERS = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonText() {}

    /**
     * The text of a body.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    public static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** A parser at the start of a text. */
    public static JsonParser parse(String text) throws IOException {
        return PARSERS.createParser(text);
    }
}
