package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON as callers send it (RFC 8259): UTF-8, and nothing else. */
public final class JsonText {

    /** Many times what the largest batch has; a tree of so many takes some 10 MB. */
    static final int MAX_TOKENS = 200_000;

    private static final JsonFactory PARSERS = factory(StreamReadConstraints.defaults());
    private static final JsonFactory BOUNDED =
            factory(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build());

    private JsonText() {}

    /**
     * The text of a body.
     *
     * @throws CharacterCodingException if it is not UTF-8
     */
    public static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** A parser at the start of a text, of which nothing is kept. */
    public static JsonParser parse(String text) throws IOException {
        return PARSERS.createParser(text);
    }

    /** A parser at the start of a text of which a tree is made. It fails where that would be larger than is worth it. */
    static JsonParser parseBounded(String text) throws IOException {
        return BOUNDED.createParser(text);
    }

    /** By default all parsers share a table of names, and names that are made to collide break it for everybody. */
    private static JsonFactory factory(StreamReadConstraints constraints) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(constraints)
                .build();
    }
}
