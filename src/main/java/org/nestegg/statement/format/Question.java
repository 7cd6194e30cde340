package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Something that a file leaves open.
 *
 * @param choices what can be answered; for columns the headings, or the first row's values where there are none
 */
@RegisterForReflection
public record Question(QuestionCode code, List<String> choices) {}
