package org.nestegg.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.FaultyValueException;
import org.nestegg.platform.input.StringValueDeserializer;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.problem.CommonFieldError;

/** A password that may be set: 10 to 200 characters, and not a common one. */
@JsonDeserialize(using = NewPassword.Deserializer.class)
@Schema(
        type = SchemaType.STRING,
        format = "password",
        minLength = NewPassword.MIN_LENGTH,
        maxLength = NewPassword.MAX_LENGTH,
        description = "10 to 200 characters, and not on a list of common passwords")
public record NewPassword(String value) {

    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 200;

    @Override
    public String toString() {
        return "NewPassword[***]";
    }

    static final class Deserializer extends StringValueDeserializer<NewPassword> {

        private static final long serialVersionUID = 1L;

        Deserializer() {
            super(NewPassword.class);
        }

        @Override
        protected NewPassword parse(String text, JsonParser parser) throws FaultyValueException {
            int length = Text.length(text);
            if (length < MIN_LENGTH) {
                throw new FaultyValueException(parser, CommonFieldError.TOO_SHORT, MIN_LENGTH);
            } else if (length > MAX_LENGTH) {
                throw new FaultyValueException(parser, CommonFieldError.TOO_LONG, MAX_LENGTH);
            } else if (CommonPasswords.contains(text)) {
                throw new FaultyValueException(parser, IdentityFieldError.COMMON_PASSWORD);
            }
            return new NewPassword(text);
        }
    }
}
