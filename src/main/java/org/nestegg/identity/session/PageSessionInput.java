package org.nestegg.identity.session;

import jakarta.validation.Valid;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.identity.Password;
import org.nestegg.identity.RegisterInput;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** Who signs in at the page, or signs up. */
@Schema(examples = """
        {"email": "luis@example.com", "password": "a walk by the river"}
        """)
record PageSessionInput(
        @Schema(maxLength = RegisterInput.MAX_EMAIL, description = "With password: to sign in")
        @CodePointLength(max = RegisterInput.MAX_EMAIL)
        String email,

        Password password,

        @Schema(description = "In place of the others: to sign up") @Valid
        RegisterInput register)
        implements Checked {

    @Override
    public void check(Consumer<FieldError> faults) {
        checkField("/email", email, faults);
        checkField("/password", password, faults);
    }

    private void checkField(String pointer, Object value, Consumer<FieldError> faults) {
        if ((value == null) == (register == null)) {
            faults.accept(
                    FieldError.at(pointer, value == null ? CommonFieldError.REQUIRED : CommonFieldError.UNKNOWN_FIELD));
        }
    }

    LoginInput login() {
        return new LoginInput(email, password);
    }
}
