package org.nestegg.platform.input;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.Range;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** Says in the contract's words what a broken Bean Validation constraint means. */
final class Violations {

    private Violations() {}

    static FieldError toFieldError(ConstraintViolation<?> violation) {
        String pointer = pointer(violation.getPropertyPath());
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint) {
            case NotNull _ -> FieldError.at(pointer, CommonFieldError.REQUIRED);
            case Email _ -> FieldError.at(pointer, CommonFieldError.INVALID_EMAIL);
            case Range range -> FieldError.at(pointer, CommonFieldError.OUT_OF_RANGE, range.min(), range.max());
            case Size size -> FieldError.at(pointer, CommonFieldError.TOO_MANY, size.max());
            case CodePointLength length
            when Text.length(violation.getInvalidValue().toString()) < length.min() ->
                FieldError.at(pointer, CommonFieldError.TOO_SHORT, length.min());
            case CodePointLength length -> FieldError.at(pointer, CommonFieldError.TOO_LONG, length.max());
            default -> throw new IllegalStateException("no words for " + constraint.annotationType());
        };
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
