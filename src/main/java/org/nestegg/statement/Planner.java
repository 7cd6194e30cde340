package org.nestegg.statement;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.money.Currencies;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Question;
import org.nestegg.statement.format.ReadStatement;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.RowFault;
import org.nestegg.statement.format.TooManyRowsException;
import org.nestegg.statement.format.UnreadableFileException;
import org.nestegg.statement.format.WarningCode;

/** Makes a plan of a file, and makes it anew where something has changed. */
final class Planner {

    static final TypeReference<Map<String, UUID>> ACCOUNTS = new TypeReference<>() {};
    static final TypeReference<Layout> LAYOUT = new TypeReference<>() {};
    static final TypeReference<List<PlannedStatement>> STATEMENTS = new TypeReference<>() {};

    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

    private final UUID owner;
    private final Currency own;
    private final StatementImport sent;
    private final StatementPlan plan;

    /** @param own the currency of what names none and goes nowhere yet */
    Planner(Currency own, StatementImport sent, StatementPlan plan) {
        owner = sent.owner;
        this.own = own;
        this.sent = sent;
        this.plan = plan;
    }

    /**
     * Reads the file as the plan's answers say, and decides on its rows.
     *
     * @param before the rows as they were: what was chosen by hand stays for those that are the same
     * @return the rows, in their order
     * @throws ProblemException with {@code too-many-rows} or {@code unreadable-file}
     */
    List<PlanRow> read(FileText file, List<PlanRow> before) {
        Reading reading = new Reading();
        if (file.guessed()) {
            reading.warn(WarningCode.ENCODING_GUESSED, null, file.encoding());
        }
        try {
            sent.format.reader().read(file, PlanJson.read(plan.answers, LAYOUT), reading);
        } catch (TooManyRowsException _) {
            throw new ProblemException(StatementProblem.TOO_MANY_ROWS);
        } catch (UnreadableFileException _) {
            throw new ProblemException(StatementProblem.UNREADABLE_FILE);
        }
        List<PlannedStatement> statements = statements(reading);
        List<PlanRow> rows = rows(reading, statements);
        onlyOnce(rows, reading);
        choicesOf(before, rows);
        new RuleTexts(owner).apply(rows);
        List<PlannedStatement> summed = summed(statements, rows, reading);
        plan.layout = PlanJson.write(reading.layout());
        plan.questions = PlanJson.write(reading.questions());
        plan.warnings = PlanJson.write(reading.warnings());
        plan.complete = reading.questions().isEmpty() && summed.stream().allMatch(s -> s.accountId() != null);
        plan.statements = PlanJson.write(summed);
        plan.usedAt = StoredEntity.now();
        decide(rows);
        return rows;
    }

    /** Whether the file leaves nothing open any more. */
    boolean isUnderstood() {
        return PlanJson.read(plan.questions, QUESTIONS).isEmpty();
    }

    /** Decides on rows that have been read, and counts what is to become of them. */
    void decide(List<PlanRow> rows) {
        new Matching(owner, sent.id, plan.source, PlanJson.read(plan.statements, STATEMENTS), rows).run();
        count(rows);
    }

    /** Counts what is to become of rows. */
    private void count(List<PlanRow> rows) {
        plan.rows = rows.size();
        plan.invalids = count(rows, row -> row.reason == Reason.INVALID);
        plan.creates = count(rows, row -> row.decision == Decision.CREATE);
        plan.links = count(rows, row -> row.decision == Decision.LINK);
        plan.skips = count(rows, row -> row.decision == Decision.SKIP && row.reason != Reason.INVALID);
    }

    private static int count(List<PlanRow> rows, Predicate<PlanRow> which) {
        return Math.toIntExact(rows.stream().filter(which).count());
    }

    /** Takes the account from statements whose account is gone, or has another currency now. */
    void checkAccounts(List<PlanRow> rows) {
        Map<UUID, Account> accounts =
                Account.all(owner).stream().collect(Collectors.toMap(account -> account.id, Function.identity()));
        List<PlannedStatement> statements = new ArrayList<>(PlanJson.read(plan.statements, STATEMENTS));
        for (int i = 0; i < statements.size(); i++) {
            PlannedStatement statement = statements.get(i);
            Account account = accounts.get(statement.accountId());
            if (statement.accountId() != null
                    && (account == null || !account.currency.getCurrencyCode().equals(statement.accountCurrency()))) {
                statements.set(i, statement.unassigned());
                int gone = i;
                rows.stream().filter(row -> row.statement == gone).forEach(row -> row.accountId = null);
                plan.complete = false;
            }
        }
        plan.statements = PlanJson.write(statements);
    }

    private List<PlannedStatement> statements(Reading reading) {
        AccountChoice choice =
                new AccountChoice(Account.all(owner), plan.accountId, PlanJson.read(plan.accounts, ACCOUNTS));
        boolean alone = reading.statements().size() == 1;
        List<PlannedStatement> statements = new ArrayList<>();
        for (ReadStatement read : reading.statements()) {
            Optional<Account> account = choice.of(read, alone);
            String accounts = account.map(a -> a.currency.getCurrencyCode()).orElse(null);
            String named = Optional.ofNullable(read.currency)
                    .map(CurrencyCodes::today)
                    .filter(code -> Currencies.of(code).isPresent())
                    .orElse(null);
            if (named != null && !named.equals(read.currency)) {
                reading.warn(WarningCode.CURRENCY_RENAMED, null, read.currency, named);
            }
            statements.add(new PlannedStatement(
                    read.number,
                    account.map(a -> a.id).orElse(null),
                    accounts,
                    Stream.of(named, accounts, own.getCurrencyCode())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow(),
                    read.from,
                    read.to,
                    read.opening,
                    read.closing,
                    BigDecimal.ZERO));
        }
        return statements;
    }

    private static List<PlanRow> rows(Reading reading, List<PlannedStatement> statements) {
        List<ReadStatement> found = reading.statements();
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            ReadStatement read = found.get(i);
            for (Entry entry : read.entries) {
                // One that is none is found with the row.
                entry.currency = entry.currency == null ? read.currency : entry.currency;
                rows.add(RowDraft.of(entry, statements.get(i), i, 0));
            }
        }
        rows.sort(Comparator.comparingInt(row -> row.line));
        for (int i = 0; i < rows.size(); i++) {
            PlanRow row = rows.get(i);
            row.row = i + 1;
            if (reading.questions().isEmpty() && row.errors.isEmpty()) {
                missing(row);
            }
        }
        return rows;
    }

    /** What no reader has found fault with, and is not there all the same. */
    private static void missing(PlanRow row) {
        if (row.date == null) {
            row.errors.add(RowFault.of(RowError.MISSING_DATE));
        }
        if (row.amount == null) {
            row.errors.add(RowFault.of(RowError.MISSING_AMOUNT));
        }
    }

    /** A reference that a file has twice identifies nothing. */
    private static void onlyOnce(List<PlanRow> rows, Reading reading) {
        Set<String> seen = new HashSet<>();
        Set<String> reused = new HashSet<>();
        rows.stream()
                .filter(row -> !row.pending)
                .map(row -> row.reference)
                .filter(reference -> reference != null && !seen.add(reference))
                .forEach(reused::add);
        for (PlanRow row : rows) {
            if (row.reference != null && !row.pending && reused.contains(row.reference)) {
                if (seen.remove(row.reference)) {
                    reading.warn(WarningCode.REFERENCE_REUSED, row.line, row.reference);
                }
                row.reference = null;
            }
        }
    }

    /** What was chosen by hand stays for rows that are the same. */
    private static void choicesOf(List<PlanRow> before, List<PlanRow> rows) {
        Map<String, Deque<PlanRow>> chosen = new HashMap<>();
        before.forEach(row ->
                chosen.computeIfAbsent(row.source, _ -> new ArrayDeque<>()).add(row));
        for (PlanRow row : rows) {
            PlanRow same = chosen.getOrDefault(row.source, new ArrayDeque<>()).poll();
            if (same != null) {
                row.chosen = same.chosen;
                row.transactionId = same.chosen == Decision.LINK ? same.transactionId : null;
                row.edits = same.edits;
            }
        }
    }

    private static List<PlannedStatement> summed(
            List<PlannedStatement> statements, List<PlanRow> rows, Reading reading) {
        Map<Integer, List<PlanRow>> recordable =
                rows.stream().filter(PlanRow::isRecordable).collect(Collectors.groupingBy(row -> row.statement));
        List<PlannedStatement> summed = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            List<PlanRow> own = recordable.getOrDefault(i, List.of());
            BigDecimal sum = own.stream()
                    .filter(row -> !row.pending)
                    .map(row -> row.amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            PlannedStatement statement = statements.get(i);
            PlannedStatement whole = statement.with(first(statement.from(), own), last(statement.to(), own), sum);
            if (Boolean.FALSE.equals(whole.balanced())) {
                reading.warn(
                        WarningCode.NOT_BALANCED,
                        null,
                        whole.opening().add(sum).toPlainString(),
                        whole.closing().toPlainString());
            }
            summed.add(whole);
        }
        return summed;
    }

    private static LocalDate first(LocalDate said, List<PlanRow> rows) {
        return Stream.concat(Stream.ofNullable(said), rows.stream().map(row -> row.date))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate last(LocalDate said, List<PlanRow> rows) {
        return Stream.concat(Stream.ofNullable(said), rows.stream().map(row -> row.date))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
