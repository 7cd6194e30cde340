package org.nestegg.statement.format.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nestegg.statement.format.Layout.Columns;

/**
 * Which column is what.
 *
 * @param layout as it is shown, and can be answered
 * @param otherDates columns of days for rows that have none in the column of days
 * @param status which tells what is not booked yet; null if there is none
 * @param balance null if there is none
 * @param open whether a person has to say which column is what
 * @param amountsOpen whether that is because several could have the amounts; the layout then has the first
 * @param split whether amounts stand in columns of debit and credit
 */
record CsvColumns(
        Columns layout,
        List<Integer> otherDates,
        Integer status,
        Integer balance,
        boolean open,
        boolean amountsOpen,
        boolean split) {

    /** A description has no more columns. */
    private static final int MAX_DESCRIPTION = 12;

    /** Finds the columns, but for what is said of them beforehand: a number, or 0 where no column has it. */
    static CsvColumns of(CsvGrid grid, Columns answers) {
        return new Finder(grid, answers).found();
    }

    /** The columns that have amounts. */
    List<Integer> amounts() {
        return Stream.of(layout.amount(), layout.debit(), layout.credit())
                .filter(column -> column != null && column > 0)
                .toList();
    }

    /** The columns as far as they are certain. */
    Columns shown() {
        return amountsOpen
                ? new Columns(
                        layout.date(),
                        layout.description(),
                        null,
                        null,
                        null,
                        null,
                        layout.currency(),
                        layout.reference(),
                        layout.category(),
                        layout.notes())
                : layout;
    }

    private static final class Finder {

        private final CsvGrid grid;
        private final int width;
        private final Columns answers;
        private boolean open;

        Finder(CsvGrid grid, Columns answers) {
            this.grid = grid;
            this.answers = answers;
            width = grid.body().width();
        }

        CsvColumns found() {
            Integer amount = answered(answers.amount());
            Integer debit = answered(answers.debit());
            Integer credit = answered(answers.credit());
            boolean split = debit != null && debit > 0 || credit != null && credit > 0;
            CsvAmountColumns amounts = new CsvAmountColumns(grid, amount, split);
            open |= amounts.open;
            Integer date = or(answered(answers.date()), date());
            amount = or(amount, amounts.amount);
            debit = or(debit, amounts.debit);
            credit = or(credit, amounts.credit);
            open |= !isColumn(date) || !isColumn(amount) && !isColumn(debit) && !isColumn(credit);
            Integer currency = or(answered(answers.currency()), currency(amount, debit));
            Integer notes = or(answered(answers.notes()), notes());
            Integer reference = or(answered(answers.reference()), first(CsvRole.REFERENCE));
            Integer category = or(answered(answers.category()), first(CsvRole.CATEGORY));
            List<Integer> description = description(date, amount, reference, category, notes);
            if (answers.notes() == null && notes != null && description.contains(notes)) {
                notes = null;
            }
            Columns layout = new Columns(
                    date,
                    description,
                    amount,
                    debit,
                    credit,
                    or(answered(answers.sign()), amounts.sign),
                    currency,
                    reference,
                    category,
                    notes);
            List<Integer> others =
                    dates().stream().filter(column -> !column.equals(date)).toList();
            return new CsvColumns(layout, others, status(), amounts.balance, open, amounts.open, !isColumn(amount));
        }

        /** What is said of a column; null if nothing is, or what cannot be. */
        private Integer answered(Integer column) {
            boolean possible = column == null || column >= 0 && column <= width;
            open |= !possible;
            return possible ? column : null;
        }

        private static Integer or(Integer answered, Integer found) {
            return answered == null ? found : answered;
        }

        private static boolean isColumn(Integer column) {
            return column != null && column > 0;
        }

        private Integer first(CsvRole role) {
            List<Integer> columns = grid.of(role);
            return columns.isEmpty() ? null : columns.getFirst();
        }

        private Integer date() {
            List<Integer> dates = dates();
            if (!dates.isEmpty()) {
                return dates.getFirst();
            }
            return grid.unsaid(CsvContent::areNearlyAllDays).stream()
                    .findFirst()
                    .orElse(null);
        }

        /** The columns of days by their headings, the likeliest first. */
        private List<Integer> dates() {
            List<Integer> dates = new ArrayList<>(grid.of(CsvRole.DATE, CsvContent::areDays));
            // the empty ones last: nobody knows what they would have
            dates.sort(Comparator.comparing(column -> grid.content(column).isEmpty()));
            Stream.of(CsvRole.VALUTA, CsvRole.AMOUNT)
                    .flatMap(role -> grid.of(role).stream())
                    .filter(column -> grid.content(column).areDays())
                    .forEach(dates::add);
            return dates;
        }

        /** The one beside the amount: balances have theirs, too. */
        private Integer currency(Integer amount, Integer debit) {
            List<Integer> currencies =
                    new ArrayList<>(grid.of(CsvRole.CURRENCY, content -> !content.areDays() && !content.areAmounts()));
            grid.of(CsvRole.VALUTA).stream()
                    .filter(column -> grid.content(column).areCurrencies())
                    .forEach(currencies::add);
            if (currencies.isEmpty()) {
                currencies.addAll(grid.unsaid(CsvContent::areNearlyAllCurrencies));
            }
            return CsvGrid.beside(currencies, isColumn(amount) ? amount : debit);
        }

        private Integer notes() {
            Integer notes = first(CsvRole.NOTES);
            return Objects.equals(notes, bookedInfo()) ? null : notes;
        }

        private Integer status() {
            Integer status = first(CsvRole.STATUS);
            return status == null ? bookedInfo() : status;
        }

        /** Savings banks have {@code Umsatz gebucht} and {@code Umsatz vorgemerkt} among notes. */
        private Integer bookedInfo() {
            return grid.of(CsvRole.NOTES).stream()
                    .filter(column -> grid.body().samples().stream()
                            .allMatch(row -> row.cell(column).startsWith("Umsatz ")))
                    .findFirst()
                    .orElse(null);
        }

        private List<Integer> description(Integer... taken) {
            if (answers.description() != null) {
                List<Integer> described = answers.description().stream()
                        .filter(column -> !Objects.equals(column, 0))
                        .toList();
                List<Integer> possible = described.stream()
                        .filter(column -> column != null && answered(column) != null)
                        .distinct()
                        .limit(MAX_DESCRIPTION)
                        .toList();
                if (!possible.isEmpty() || described.isEmpty()) {
                    return possible;
                }
            }
            List<Integer> found = new ArrayList<>(words(CsvRole.PARTY));
            found.addAll(words(CsvRole.PURPOSE));
            found.addAll(words(CsvRole.LABEL));
            if (found.isEmpty()) {
                found.addAll(words(CsvRole.KIND));
            }
            if (found.isEmpty()
                    || found.stream().allMatch(column -> grid.content(column).isEmpty())) {
                words(CsvRole.NOTES).stream().findFirst().ifPresent(found::add);
            }
            List<Integer> columns = found.isEmpty() ? longest(Arrays.asList(taken)) : found;
            return List.copyOf(columns.subList(0, Math.min(MAX_DESCRIPTION, columns.size())));
        }

        /** Columns of a role in their order, but for those with codes instead of words. */
        private List<Integer> words(CsvRole role) {
            return grid.columns()
                    .filter(column -> grid.role(column) == role)
                    .filter(column -> !grid.content(column).areFlags()
                            && !grid.content(column).areIbans()
                            && !grid.content(column).areDays())
                    .boxed()
                    .toList();
        }

        private List<Integer> longest(List<Integer> taken) {
            List<Integer> words = grid.unsaid(CsvContent::areWords).stream()
                    .filter(column -> !taken.contains(column))
                    .toList();
            double most = words.stream()
                    .mapToDouble(column -> grid.content(column).length())
                    .max()
                    .orElse(0);
            return words.stream()
                    .filter(column -> 2 * grid.content(column).length() >= most)
                    .toList();
        }
    }
}
