package org.nestegg.statement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.nestegg.change.Change;
import org.nestegg.platform.database.LongWork;
import org.nestegg.platform.input.Distinct;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.ImportedTransactions;
import org.nestegg.transaction.ImportedTransactions.Candidate;
import org.nestegg.transaction.Transaction;

/** What is decided and said of rows of a plan by hand. The others are decided anew, because what one gives up another may be. */
final class PlanChange {

    private final StatementImport sent;
    private final StatementPlan plan;
    private final Planner planner;
    private final List<PlanRow> rows;
    private final List<String> before;

    /** @throws ProblemException with {@code import-applied} or {@code import-undone} */
    PlanChange(Plan whole, Currency own) {
        sent = whole.sent();
        plan = whole.plan();
        sent.requirePlanned();
        LongWork.begin();
        planner = new Planner(own, sent, plan);
        rows = RowStore.all(sent.owner, sent.id);
        before = rows.stream().map(PlanChange::written).toList();
    }

    Optional<PlanRow> row(int number) {
        return number < 1 || number > rows.size() ? Optional.empty() : Optional.of(rows.get(number - 1));
    }

    /**
     * Changes one row.
     *
     * @param says which fields are said
     * @throws ProblemException with {@code invalid-input} if it cannot be recorded or linked so
     */
    void one(PlanRow row, RowInput input, Predicate<String> says) {
        boolean linking = says.test("transactionId") && !says.test("decision") && input.transactionId() != null;
        if (says.test("decision") || linking) {
            decide(row, linking ? Decision.LINK : input.decision(), input.transactionId());
        }
        if (says.test(RowEdits.DESCRIPTION)) {
            RowEdits.set(row, RowEdits.DESCRIPTION, input.description());
        }
        if (says.test(RowEdits.CATEGORY)) {
            RowEdits.set(row, RowEdits.CATEGORY, input.category());
        }
        if (says.test(RowEdits.TAGS)) {
            RowEdits.set(row, RowEdits.TAGS, distinct(input.tags()));
        }
        if (says.test(RowEdits.NOTES)) {
            RowEdits.set(
                    row, RowEdits.NOTES, input.notes() == null || input.notes().isEmpty() ? null : input.notes());
        }
        keep();
    }

    private void decide(PlanRow row, Decision decision, UUID transaction) {
        if (decision != null && decision != Decision.SKIP && !row.isRecordable()) {
            throw ProblemException.invalid("/decision", StatementFieldError.ROW_INVALID);
        }
        if (decision == Decision.LINK) {
            checkTarget(row, transaction);
            row.transactionId = transaction;
        }
        row.chosen = decision;
    }

    private void checkTarget(PlanRow row, UUID id) {
        Map<UUID, Candidate> targets = Linking.targets(sent.owner, sent.id, Set.of(id));
        Optional<Candidate> target = Optional.ofNullable(targets.get(id));
        if (target.isEmpty()) {
            throw ProblemException.invalid(
                    "/transactionId",
                    ImportedTransactions.existing(sent.owner, Set.of(id)).isEmpty()
                            ? CommonFieldError.UNKNOWN_REFERENCE
                            : StatementFieldError.ALREADY_CLAIMED);
        } else if (!Linking.fits(row, target.get(), Tolerances.of(sent.owner, targets.values()))) {
            throw ProblemException.invalid("/transactionId", StatementFieldError.NOT_LINKABLE);
        } else if (rows.stream()
                .anyMatch(other -> other != row && other.chosen == Decision.LINK && id.equals(other.transactionId))) {
            throw ProblemException.invalid("/transactionId", StatementFieldError.ALREADY_CLAIMED);
        }
    }

    /**
     * Changes many rows.
     *
     * @throws ProblemException with {@code invalid-input} if there are no such rows, or some cannot be recorded
     */
    void many(RowsInput input) {
        List<FieldError> faults = new ArrayList<>();
        Set<PlanRow> concerned = new LinkedHashSet<>();
        if (input.reason() != null) {
            rows.stream().filter(row -> row.reason == input.reason()).forEach(concerned::add);
        } else {
            for (int i = 0; i < input.rows().size(); i++) {
                Optional<PlanRow> row = row(input.rows().get(i));
                if (row.isEmpty()) {
                    faults.add(FieldError.at("/rows/" + i, CommonFieldError.UNKNOWN_REFERENCE));
                }
                row.ifPresent(concerned::add);
            }
        }
        if (input.decision() == Decision.CREATE && concerned.stream().anyMatch(row -> !row.isRecordable())) {
            faults.add(FieldError.at("/decision", StatementFieldError.ROW_INVALID));
        }
        ProblemException.throwIfAny(faults);
        for (PlanRow row : concerned) {
            if (input.decision() != null) {
                row.chosen = input.decision();
            }
            if (input.category() != null) {
                RowEdits.set(row, RowEdits.CATEGORY, input.category());
            }
            if (input.addTags() != null) {
                List<String> tags = new ArrayList<>(row.tags);
                tags.addAll(input.addTags());
                RowEdits.set(row, RowEdits.TAGS, distinct(tags));
            }
        }
        keep();
    }

    private static List<String> distinct(List<String> tags) {
        return Distinct.of(tags).stream().limit(Transaction.MAX_TAGS).toList();
    }

    private void keep() {
        plan.plannedSeq = Change.latest(sent.owner);
        planner.checkAccounts(rows);
        planner.decide(rows);
        List<PlanRow> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!written(rows.get(i)).equals(before.get(i))) {
                changed.add(rows.get(i));
            }
        }
        RowStore.put(sent.owner, sent.id, changed);
        plan.touch();
    }

    /** All of a row that can change here. */
    private static String written(PlanRow row) {
        return PlanJson.write(new Object[] {
            row.accountId,
            row.chosen,
            row.edits,
            row.decision,
            row.transactionId,
            row.reason,
            row.days,
            row.similarity,
            row.externalId,
            row.description,
            row.category,
            row.tags,
            row.notes
        });
    }
}
