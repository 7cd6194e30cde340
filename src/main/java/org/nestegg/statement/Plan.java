package org.nestegg.statement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.account.AccountFieldError;
import org.nestegg.change.Change;
import org.nestegg.change.Recording;
import org.nestegg.platform.database.LongWork;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.TooManyRowsException;
import org.nestegg.statement.format.csv.CsvReader;

/** An import with its plan. */
record Plan(StatementImport sent, StatementPlan plan) {

    /** What is said of a file that is sent, beside it. */
    record Said(Optional<UUID> account, Optional<StatementFormat> format, Optional<String> fileName) {

        static Said read(QueryReader query) {
            Said said = new Said(
                    query.get(ImportFilter.ACCOUNT), query.get(ImportFilter.FORMAT), query.get(ImportFilter.FILE_NAME));
            query.check();
            return said;
        }
    }

    /**
     * Makes a plan of a file. It is part of a change that has begun.
     *
     * @param own the owner's own currency
     * @throws ProblemException with {@code unknown-format}, {@code unreadable-file}, {@code too-many-rows} or {@code limit-reached}, or
     *     with {@code invalid-input} if there is no such account
     */
    static Plan make(UUID owner, Currency own, ReceivedFile file, Said said) {
        said.account.filter(id -> Account.of(owner, id).isEmpty()).ifPresent(_ -> {
            throw ImportFilter.ACCOUNT.fault(AccountFieldError.UNKNOWN_ACCOUNT);
        });
        LongWork.begin();
        FileText text = FileText.of(file.content());
        StatementFormat format = said.format
                .or(() -> StatementFormat.of(text))
                .orElseThrow(() -> new ProblemException(StatementProblem.UNKNOWN_FORMAT));
        StatementImport sent = StatementImport.of(
                owner, format, text.encoding(), said.fileName.map(file::called).orElse(file));
        StatementPlan plan = new StatementPlan(owner, sent.id);
        Optional<String> header = header(format, text);
        plan.source = format.code() + header.map(h -> ":" + digest(h)).orElse("");
        plan.accountId = said.account.orElse(null);
        plan.accounts = "{}";
        plan.answers = header.flatMap(h -> StatementLayout.of(owner, digest(h)))
                .map(layout -> layout.layout)
                .orElse("{}");
        plan.plannedSeq = Recording.current().orElseThrow().seq();
        List<PlanRow> rows = new Planner(own, sent, plan).read(text, List.of());
        plan.persistAndFlush();
        FileParts.keep(owner, sent.id, file.content());
        RowStore.put(owner, sent.id, rows);
        StatementPlan.forgetBeyond(owner);
        return new Plan(sent, plan);
    }

    static Optional<Plan> of(UUID owner, UUID id) {
        return StatementImport.of(owner, id).flatMap(sent -> of(owner, sent));
    }

    /** The same, kept from all others until the end of the transaction. */
    static Optional<Plan> locked(UUID owner, UUID id) {
        return StatementImport.locked(owner, id).flatMap(sent -> of(owner, sent));
    }

    private static Optional<Plan> of(UUID owner, StatementImport sent) {
        return StatementPlan.of(owner, sent.id).map(plan -> new Plan(sent, plan));
    }

    /** What is said of how the file is to be read, and where it goes; what has gone since is not said any more. */
    ImportChoices choices() {
        Set<UUID> known = accounts();
        Set<String> numbers = numbers();
        Map<String, UUID> accounts = new LinkedHashMap<>(PlanJson.read(plan.accounts, Planner.ACCOUNTS));
        accounts.entrySet().removeIf(named -> !numbers.contains(named.getKey()) || !known.contains(named.getValue()));
        return new ImportChoices(
                known.contains(plan.accountId) ? plan.accountId : null,
                LayoutInput.of(PlanJson.read(plan.answers, Planner.LAYOUT)),
                accounts);
    }

    private Set<UUID> accounts() {
        return Account.all(sent.owner).stream().map(account -> account.id).collect(Collectors.toSet());
    }

    /** What accounts can be named by. */
    private Set<String> numbers() {
        return PlanJson.read(plan.statements, Planner.STATEMENTS).stream()
                .filter(statement -> statement.number() != null)
                .flatMap(statement -> Stream.of(statement.number(), statement.number() + "/" + statement.currency()))
                .collect(Collectors.toSet());
    }

    /**
     * Reads the file again as is said now.
     *
     * @throws ProblemException with {@code import-applied}, {@code import-undone} or {@code file-forgotten}, or with
     *     {@code invalid-input} if there are no such accounts or numbers
     */
    void sayAgain(ImportChoices choices, Currency own) {
        sent.requirePlanned();
        check(choices);
        UUID owner = sent.owner;
        byte[] content = FileParts.read(owner, sent.id, sent.bytes)
                .orElseThrow(() -> new ProblemException(StatementProblem.FILE_FORGOTTEN));
        LongWork.begin();
        FileText text = FileText.of(content);
        Layout answers = choices.layout().layout();
        boolean answered = !answers.equals(PlanJson.read(plan.answers, Planner.LAYOUT));
        plan.accountId = choices.accountId();
        plan.accounts = PlanJson.write(choices.accounts());
        plan.answers = PlanJson.write(answers);
        plan.plannedSeq = Change.latest(owner);
        Planner planner = new Planner(own, sent, plan);
        List<PlanRow> rows = planner.read(text, RowStore.all(owner, sent.id));
        RowStore.replace(owner, sent.id, rows);
        if (answered && planner.isUnderstood()) {
            header(sent.format, text)
                    .ifPresent(header -> StatementLayout.remember(
                            owner, header, digest(header), PlanJson.write(answers.ofHeader())));
        }
    }

    private void check(ImportChoices choices) {
        Set<UUID> known = accounts();
        Set<String> numbers = numbers();
        List<FieldError> faults = new ArrayList<>();
        if (choices.accountId() != null && !known.contains(choices.accountId())) {
            faults.add(FieldError.at("/accountId", AccountFieldError.UNKNOWN_ACCOUNT));
        }
        for (Map.Entry<String, UUID> named : choices.accounts().entrySet()) {
            String pointer = FieldError.pointer("/accounts", named.getKey());
            if (!numbers.contains(named.getKey())) {
                faults.add(FieldError.at(pointer, StatementFieldError.UNKNOWN_NUMBER));
            } else if (!known.contains(named.getValue())) {
                faults.add(FieldError.at(pointer, AccountFieldError.UNKNOWN_ACCOUNT));
            }
        }
        ProblemException.throwIfAny(faults);
    }

    /**
     * Carries it out, unless that has been done. It is part of a change that has begun.
     *
     * @throws ProblemException see {@link Application#apply}; with {@code import-undone} if it was undone
     */
    void apply(Currency own) {
        if (sent.stage != ImportStage.APPLIED) {
            sent.requirePlanned();
            new Application(sent, plan).apply(own);
        }
    }

    /**
     * Takes it back, unless that has been done. It is part of a change that has begun.
     *
     * @throws ProblemException with {@code import-not-applied}; see {@link Application#undo}
     */
    void undo(boolean keepChanged) {
        if (sent.stage == ImportStage.PLANNED) {
            throw new ProblemException(StatementProblem.IMPORT_NOT_APPLIED);
        } else if (sent.stage == ImportStage.APPLIED) {
            new Application(sent, plan).undo(keepChanged);
        }
    }

    /** What tells tables of one kind from others; other formats tell it themselves. */
    private static Optional<String> header(StatementFormat format, FileText text) {
        try {
            return format == StatementFormat.CSV
                    ? Optional.of(CsvReader.fingerprint(text, Layout.EMPTY))
                    : Optional.empty();
        } catch (TooManyRowsException _) {
            throw new ProblemException(StatementProblem.TOO_MANY_ROWS);
        }
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
