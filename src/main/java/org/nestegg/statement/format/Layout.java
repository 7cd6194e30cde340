package org.nestegg.statement.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a table of separated values is to be read, or a part of that; QIF takes {@code decimal} and {@code dateFormat}. What is null
 * is not said.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How the file is read: found in it, asked for, or told")
public record Layout(
        @Schema(description = "One character between values", examples = ";")
        String delimiter,

        @Schema(description = "The file's line that has the headings, from 1; 0 for none")
        Integer headerRow,

        Columns columns,

        @Schema(description = "The mark before decimals: . or ,")
        String decimal,

        @Schema(description = "In which order days are written")
        DateOrder dateFormat,

        @Schema(description = "With which sign spending is written")
        Spending spending) {

    /** One that says nothing. */
    public static final Layout EMPTY = new Layout(null, null, null, null, null, null);

    /** The same for other files with the same headings, above which there may be more or fewer lines. */
    public Layout ofHeader() {
        Integer none = headerRow != null && headerRow == 0 ? headerRow : null;
        return new Layout(delimiter, none, columns, decimal, dateFormat, spending);
    }

    /** Columns by what is in them, counted from 1; null where no column has it. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LayoutColumns", description = "Columns by what is in them, counted from 1")
    public record Columns(
            Integer date,
            List<Integer> description,
            Integer amount,
            Integer debit,
            Integer credit,
            Integer sign,
            Integer currency,
            Integer reference,
            Integer category,
            Integer notes) {}
}
