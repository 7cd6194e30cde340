package org.nestegg.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.shared.input.Binder;
import org.nestegg.shared.input.MergePatch;
import org.nestegg.shared.money.Money;
import org.nestegg.shared.problem.Fault;
import org.nestegg.shared.problem.FieldError;
import org.nestegg.shared.problem.JsonType;
import org.nestegg.shared.problem.ProblemException;
import org.nestegg.shared.security.CurrentUser;

/**
 * Many changes of transactions that happen together or not at all, in a number of statements that does not grow with them.
 * All that is wrong is found before anything is changed, so that each entry at fault is named.
 */
@Singleton
class TransactionBatch {

    private final Binder binder;
    private final CurrentUser user;

    TransactionBatch(Binder binder, CurrentUser user) {
        this.binder = binder;
        this.user = user;
    }

    /**
     * Does it, within the caller's transaction.
     *
     * @throws ProblemException with {@code invalid-input}, naming every entry at fault
     */
    BatchView run(BatchInput input) {
        List<FieldError> faults = new ArrayList<>();
        List<Transaction> created = collect("/create/", input.create(), this::create, faults);
        Concerned concerned = concerned(input);
        List<Transaction> updated = collect("/update/", input.update(), change -> update(change, concerned), faults);
        List<Transaction> deleted = collect("/delete/", input.delete(), id -> deletable(id, concerned), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        Transaction.persist(created);
        deleted.forEach(Transaction::delete);
        Transaction.flush();
        return new BatchView(views(created), views(updated), input.delete());
    }

    private static List<TransactionView> views(List<Transaction> transactions) {
        return transactions.stream().map(TransactionView::of).toList();
    }

    /** What becomes of each entry; those at fault are named, and what follows is still looked at. */
    private static <E> List<Transaction> collect(
            String parent, List<E> entries, Function<E, Transaction> each, List<FieldError> faults) {
        List<Transaction> results = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            try {
                results.add(each.apply(entries.get(i)));
            } catch (ProblemException e) {
                String entry = parent + i;
                e.errors().forEach(error -> faults.add(error.below(entry)));
            }
        }
        return results;
    }

    private Transaction create(JsonNode entry) {
        if (!(entry instanceof ObjectNode json)) {
            throw ProblemException.invalid("", Fault.WRONG_TYPE, JsonType.OBJECT);
        }
        Transaction transaction = new Transaction();
        transaction.owner = user.id();
        binder.bind(json, TransactionInput.class).applyTo(transaction, user.currency());
        return transaction;
    }

    /** All that exists is locked, so that what is checked here holds to the end. */
    private Concerned concerned(BatchInput input) {
        Set<UUID> ids = Stream.concat(input.update().stream().map(TransactionChange::id), input.delete().stream())
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return new Concerned(Map.of(), Set.of());
        }
        Map<UUID, Transaction> known =
                Transaction.locked(user.id(), ids).stream().collect(Collectors.toMap(t -> t.id, t -> t));
        return new Concerned(known, Transaction.setAside(user.id(), ids));
    }

    private Transaction update(TransactionChange change, Concerned concerned) {
        Transaction transaction = concerned.find(change.id(), "/id");
        Currency before = transaction.currency;
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.setAll(change.patch());
        new MergePatch(patch, binder)
                .applyTo(TransactionInput.of(transaction), TransactionInput.class)
                .applyTo(transaction, user.currency());
        if (concerned.setAside.contains(transaction.id)) {
            if (!transaction.currency.equals(before)) {
                throw ProblemException.invalid("/currency", Fault.HAS_CONTRIBUTIONS);
            }
            if (transaction.amount.compareTo(transaction.allocated) < 0) {
                String allocated = Money.stored(transaction.allocated, before).display();
                throw ProblemException.invalid("/amount", Fault.OVER_ALLOCATED, allocated);
            }
        }
        return transaction;
    }

    private static Transaction deletable(UUID id, Concerned concerned) {
        Transaction transaction = concerned.find(id, "");
        if (concerned.setAside.contains(id)) {
            throw ProblemException.invalid("", Fault.HAS_CONTRIBUTIONS);
        }
        return transaction;
    }

    /**
     * The transactions that are to be changed.
     *
     * @param setAside those of them that are incomes of which money is set aside for goals
     */
    private record Concerned(Map<UUID, Transaction> known, Set<UUID> setAside) {

        Transaction find(UUID id, String pointer) {
            Transaction transaction = known.get(id);
            if (transaction == null) {
                throw ProblemException.invalid(pointer, Fault.UNKNOWN_REFERENCE);
            }
            return transaction;
        }
    }
}
