package org.nestegg.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.nestegg.platform.input.Coded;
import org.nestegg.statement.format.DateOrder;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Spending;

/** What a caller says of a layout; what is left out is found in the file. */
@RegisterForReflection
@Schema(name = "LayoutInput")
record LayoutInput(
        @Schema(
                implementation = String.class,
                nullable = true,
                pattern = "^[;,\\t|]$",
                description = "What stands between values")
        Delimiter delimiter,

        @Schema(
                nullable = true,
                minimum = "0",
                maximum = "1000000",
                description = "The file's line that has the headings; 0 for none")
        @Range(min = 0, max = LayoutInput.MAX_LINE)
        Integer headerRow,

        @Valid Columns columns,

        @Schema(
                implementation = String.class,
                nullable = true,
                pattern = "^[.,]$",
                description = "The mark before decimals")
        DecimalMark decimal,

        @Schema(nullable = true, description = "In which order days are written")
        DateOrder dateFormat,

        @Schema(nullable = true, description = "With which sign spending is written")
        Spending spending) {

    static final LayoutInput EMPTY = new LayoutInput(null, null, null, null, null, null);

    static final int MAX_LINE = 1_000_000;
    static final int MAX_COLUMN = 500;
    static final int MAX_DESCRIPTIONS = 20;

    /** What would have to be said for a layout. */
    static LayoutInput of(Layout layout) {
        return new LayoutInput(
                coded(Delimiter.values(), layout.delimiter()),
                layout.headerRow(),
                layout.columns() == null ? null : Columns.of(layout.columns()),
                coded(DecimalMark.values(), layout.decimal()),
                layout.dateFormat(),
                layout.spending());
    }

    private static <E extends Enum<E> & Coded> E coded(E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> constant.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** What is said, as readers take it. */
    Layout layout() {
        return new Layout(
                delimiter == null ? null : delimiter.code(),
                headerRow,
                columns == null ? null : columns.columns(),
                decimal == null ? null : decimal.code(),
                dateFormat,
                spending);
    }

    /** Columns by what is in them, counted from 1; 0 where no column has it. */
    @RegisterForReflection
    @Schema(name = "LayoutColumnChoices", description = "Columns by what is in them, counted from 1; 0 for none")
    record Columns(
            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer date,

            @Schema(nullable = true, maxItems = MAX_DESCRIPTIONS) @Size(max = MAX_DESCRIPTIONS)
            List<@NotNull @Range(min = 1, max = MAX_COLUMN) Integer> description,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer amount,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer debit,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer credit,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer sign,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer currency,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer reference,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer category,

            @Schema(nullable = true, minimum = "0", maximum = "500") @Range(min = 0, max = MAX_COLUMN)
            Integer notes) {

        private static Columns of(Layout.Columns columns) {
            return new Columns(
                    columns.date(),
                    columns.description(),
                    columns.amount(),
                    columns.debit(),
                    columns.credit(),
                    columns.sign(),
                    columns.currency(),
                    columns.reference(),
                    columns.category(),
                    columns.notes());
        }

        private Layout.Columns columns() {
            return new Layout.Columns(
                    date, description, amount, debit, credit, sign, currency, reference, category, notes);
        }
    }
}
