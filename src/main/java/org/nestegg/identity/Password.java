package org.nestegg.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.FaultyValueException;
import org.nestegg.platform.input.StringValueDeserializer;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.problem.CommonFieldError;

/** A password as somebody typed it: not trimmed, never printed. */
@JsonDeserialize(using = Password.Deserializer.class)
@Schema(type = SchemaType.STRING, format = "password", maxLength = NewPassword.MAX_LENGTH)
public record Password(String value) {

    @Override
    public String toString() {
        return "Password[***]";
    }

    static final class Deserializer extends StringValueDeserializer<Password> {

        private static final long serialVersionUID = 1L;

        Deserializer() {
            super(Password.class);
        }

        @Override
        protected Password parse(String text, JsonParser parser) throws FaultyValueException {
            if (Text.length(text) > NewPassword.MAX_LENGTH) {
                throw new FaultyValueException(parser, CommonFieldError.TOO_LONG, NewPassword.MAX_LENGTH);
            }
            return new Password(text);
        }
    }
}
