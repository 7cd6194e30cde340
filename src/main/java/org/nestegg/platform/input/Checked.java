package org.nestegg.platform.input;

import java.util.function.Consumer;
import org.nestegg.platform.problem.FieldError;

/** An input with rules that concern several of its fields at once. */
public interface Checked {

    /** Names what is at fault. Fields may be null here: what is required is checked elsewhere. */
    void check(Consumer<FieldError> faults);
}
