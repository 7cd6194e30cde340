package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;

/** Reads a text that may have lines and tabs: to be named at the field, {@code @JsonDeserialize(using = …)}. */
public final class MultilineText extends StringValueDeserializer<String> {

    private static final long serialVersionUID = 1L;

    public MultilineText() {
        super(String.class);
    }

    @Override
    protected boolean isClean(String text) {
        return Text.isClean(text.replace("\r\n", "").replace("\n", "").replace("\t", ""));
    }

    @Override
    protected String parse(String text, JsonParser parser) {
        return Text.normalize(text.replace("\r\n", "\n"));
    }
}
