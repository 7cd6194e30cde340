package org.nestegg.statement.format.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.nestegg.statement.format.csv.CsvHeadings.Match;

/** Finds the columns of amounts. What is found is null where there is none. */
final class CsvAmountColumns {

    /** Words for what comes after fees, which are before all others in the list. */
    private static final int NET = 4;

    /** Of more columns, nobody could tell either. */
    private static final int MAX_COMPARED = 6;

    private final CsvGrid grid;
    Integer amount;
    Integer debit;
    Integer credit;
    Integer sign;
    Integer balance;

    /** Whether there are several that are as good. */
    boolean open;

    /**
     * @param amount the column that has it, known beforehand; 0 for none, null to find it
     * @param split whether columns of debit and credit are known beforehand
     */
    CsvAmountColumns(CsvGrid grid, Integer amount, boolean split) {
        this.grid = grid;
        if (amount != null && amount > 0) {
            this.amount = amount;
        } else if (!split) {
            find(amount == null);
        }
        findBalance();
        if (this.amount != null) {
            findSign();
        }
    }

    private void find(boolean single) {
        List<Integer> amounts = single ? amountsByHeading() : List.of();
        debit = first(grid.of(CsvRole.DEBIT, CsvContent::areAmounts));
        credit = first(grid.of(CsvRole.CREDIT, CsvContent::areAmounts));
        boolean signed = amounts.stream().limit(MAX_COMPARED).anyMatch(grid::hasNegatives);
        if (debit != null && credit != null && !signed && !empty(debit, credit)) {
            return;
        }
        if (single && amounts.isEmpty() && debit == null && credit == null) {
            amounts = amountsByContent();
        }
        if (!amounts.isEmpty()) {
            debit = null;
            credit = null;
            amount = choose(amounts);
        }
    }

    private boolean empty(int one, int other) {
        return !grid.body().samples().isEmpty()
                && grid.content(one).isEmpty()
                && grid.content(other).isEmpty();
    }

    private List<Integer> amountsByHeading() {
        List<Integer> amounts = grid.of(CsvRole.AMOUNT, CsvContent::areAmounts);
        List<Integer> exact = amounts.stream()
                .filter(column -> grid.rank(column) < Match.VAGUE)
                .toList();
        List<Integer> likely = exact.isEmpty() ? amounts : exact;
        List<Integer> usual =
                likely.stream().filter(column -> grid.content(column).isUsual()).toList();
        return usual.isEmpty() ? likely : usual;
    }

    /** Such as {@code Debit/Credit}, or no heading at all. Numbers without decimals are amounts only where no others are. */
    private List<Integer> amountsByContent() {
        List<Integer> money = new ArrayList<>(grid.unsaid(CsvContent::areNearlyAllMoney));
        grid.of(CsvRole.SIGN).stream()
                .filter(column -> grid.content(column).areNearlyAllMoney())
                .forEach(money::add);
        List<Integer> fractions = money.stream()
                .filter(column -> grid.content(column).hasFractions())
                .toList();
        return fractions.isEmpty() ? money : fractions;
    }

    /** Of several, that which is net of fees, or from which balances follow; they may be the same, too. */
    private Integer choose(List<Integer> amounts) {
        Integer first = amounts.getFirst();
        boolean net = grid.role(first) == CsvRole.AMOUNT && grid.rank(first) < NET;
        if (amounts.size() == 1 || net) {
            return first;
        }
        if (amounts.size() > MAX_COMPARED) {
            open = true;
            return first;
        }
        char decimal = decimal(amounts);
        List<List<BigDecimal>> values =
                amounts.stream().map(column -> grid.amounts(column, decimal)).toList();
        for (int i = 0; i < amounts.size(); i++) {
            for (int j = 0; j < amounts.size(); j++) {
                if (i != j && CsvBalances.of(values.get(i), values.get(j)) != CsvBalances.NONE) {
                    balance = amounts.get(j);
                    return amounts.get(i);
                }
            }
        }
        Integer proven = provenByBalance(amounts, values, decimal);
        if (proven != null) {
            return proven;
        }
        open = values.stream().anyMatch(value -> !value.equals(values.getFirst()));
        return first;
    }

    private Integer provenByBalance(List<Integer> amounts, List<List<BigDecimal>> values, char decimal) {
        for (int column : grid.of(CsvRole.BALANCE).stream().limit(MAX_COMPARED).toList()) {
            List<BigDecimal> balances = grid.amounts(column, decimal);
            for (int i = 0; i < amounts.size(); i++) {
                if (CsvBalances.of(values.get(i), balances) != CsvBalances.NONE) {
                    return amounts.get(i);
                }
            }
        }
        return null;
    }

    private char decimal(List<Integer> columns) {
        return DecimalVote.of(grid.body().samples().stream()
                        .flatMap(row -> columns.stream().map(row::cell)))
                .mark();
    }

    private void findBalance() {
        List<Integer> balances = grid.of(CsvRole.BALANCE, CsvContent::areAmounts);
        if (balance == null && !balances.isEmpty()) {
            balance = balances.getFirst();
        } else if (balance == null && amount != null && grid.body().header() == null) {
            List<Integer> money = new ArrayList<>(grid.unsaid(CsvContent::areNearlyAllMoney));
            money.remove(amount);
            money.addFirst(amount);
            balance = money.size() > MAX_COMPARED ? null : balanceOf(money);
        }
    }

    /** The column from which balances follow by the amounts of the first. */
    private Integer balanceOf(List<Integer> columns) {
        char decimal = decimal(columns);
        List<BigDecimal> amounts = grid.amounts(columns.getFirst(), decimal);
        return columns.stream()
                .skip(1)
                .filter(column -> CsvBalances.of(amounts, grid.amounts(column, decimal)) != CsvBalances.NONE)
                .findFirst()
                .orElse(null);
    }

    /** Amounts that have signs themselves need no flags, unless a sign is that of a reversal. */
    private void findSign() {
        boolean signed = grid.hasNegatives(amount);
        List<Integer> flags = new ArrayList<>(grid.of(CsvRole.SIGN, CsvContent::areFlags));
        flags.removeIf(column -> grid.content(column).isEmpty());
        boolean said = !flags.isEmpty();
        if (!said && !signed) {
            flags.addAll(grid.unsaid(CsvContent::areNearlyAllFlags));
        }
        sign = CsvGrid.beside(flags, amount);
        if (said && signed) {
            int debitsBelowZero = debits(true);
            int debitsAboveZero = debits(false);
            open |= debitsBelowZero > 0 && debitsBelowZero == debitsAboveZero;
            sign = debitsBelowZero >= debitsAboveZero ? null : sign;
        }
    }

    private int debits(boolean belowZero) {
        return (int) grid.body().rows().stream()
                .filter(row -> CsvFlag.of(row.cell(sign)) == CsvFlag.DEBIT)
                .filter(row -> CsvAmount.isNegative(row.cell(amount)) == belowZero)
                .count();
    }

    private static Integer first(List<Integer> columns) {
        return columns.isEmpty() ? null : columns.getFirst();
    }
}
