package org.nestegg.statement.format.csv;

import java.util.List;

/**
 * One row of a table as the file has it.
 *
 * @param line where it begins, from 1
 * @param start the first of its characters in the text
 * @param end after the last of them, without the end of the line
 * @param cells stripped, perhaps empty
 */
record CsvRow(int line, int start, int end, List<String> cells) {

    /** The text of a column, counted from 1; empty where there is none. */
    String cell(Integer column) {
        return column == null || column < 1 || column > cells.size() ? "" : cells.get(column - 1);
    }

    int filled() {
        return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** The first cell that has something. */
    String first() {
        return cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** How many cells it has, not counting empty ones at its end. */
    int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** Whether a day and an amount stand in two of its cells. */
    boolean hasDayAndAmount() {
        boolean day = false;
        boolean amount = false;
        for (String cell : cells) {
            if (!day && CsvDate.of(cell).isPresent()) {
                day = true;
            } else if (!amount && CsvAmount.isOne(cell)) {
                amount = true;
            }
            if (day && amount) {
                return true;
            }
        }
        return false;
    }
}
