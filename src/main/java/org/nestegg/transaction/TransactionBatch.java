package org.nestegg.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.account.AccountProblem;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Binder;
import org.nestegg.platform.input.Id;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.JsonType;
import org.nestegg.platform.problem.ProblemCode;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/**
 * Many changes of transactions that happen together or not at all, in a number of statements that does not grow with them.
 * All that is wrong is found before anything is changed, so that each entry at fault is named.
 */
@Singleton
class TransactionBatch {

    private static final String ID = "id";
    private static final String CREATE = "/create/";
    private static final String UPDATE = "/update/";
    private static final String DELETE = "/delete/";

    private static final Map<ProblemCode, FieldError> OF_ENTRIES = Map.of(
            AccountProblem.ACCOUNT_CLOSED, FieldError.at("/accountId", TransactionFieldError.ACCOUNT_CLOSED),
            TransactionProblem.PART_OF_TRANSFER, FieldError.at("", TransactionFieldError.PART_OF_TRANSFER),
            TransactionProblem.EXTERNAL_ID_TAKEN,
                    FieldError.at("/externalId", TransactionFieldError.EXTERNAL_ID_TAKEN));

    private final Binder binder;
    private final CurrentUser user;
    private final Allocations allocations;

    TransactionBatch(Binder binder, CurrentUser user, Allocations allocations) {
        this.binder = binder;
        this.user = user;
        this.allocations = allocations;
    }

    /**
     * Does it, within the caller's transaction. What goes makes room for what changes, and that for what is new.
     *
     * @throws ProblemException with {@code invalid-input}, naming every entry at fault
     */
    BatchView run(BatchInput input) {
        Faults faults = new Faults(new ArrayList<>());
        Set<UUID> seen = new HashSet<>();
        List<TransactionInput> inputs = faults.collect(CREATE, input.create(), this::read);
        List<Change> changes = faults.collect(UPDATE, input.update(), entry -> change(entry, seen));
        List<UUID> ids = faults.collect(DELETE, input.delete(), entry -> deletion(entry, seen));
        Concerned concerned = concerned(changes, ids);
        List<Update> updates = faults.collect(UPDATE, changes, change -> update(change, concerned));
        NamedAccounts accounts = NamedAccounts.of(
                user.id(),
                Stream.concat(
                                inputs.stream(),
                                updates.stream()
                                        .map(update -> Optional.ofNullable(update)
                                                .map(Update::after)
                                                .orElse(null)))
                        .filter(Objects::nonNull)
                        .toList());
        List<Transaction> created =
                faults.collect(CREATE, inputs, entry -> Transaction.draft(user.id(), entry, user.defaults(), accounts));
        List<Transaction> updated = faults.collect(UPDATE, updates, update -> apply(update, concerned, accounts));
        faults.collect(DELETE, ids, id -> deletable(id, concerned));
        References references = References.of(user.id(), created, updated, concerned.known.keySet());
        faults.collect(CREATE, created, references::check);
        faults.collect(UPDATE, updated, references::check);
        faults.check();
        List<Update> changing = updates.stream().filter(Update::isChange).toList();
        TransactionRows.delete(user.id(), Set.copyOf(ids));
        TransactionRows.release(user.id(), transactions(changing.stream().filter(Update::givesUpReference)));
        TransactionRows.update(user.id(), transactions(changing.stream()));
        created.forEach(Transaction::stampNew);
        TransactionRows.insert(user.id(), created);
        return new BatchView(views(created), views(updated), ids);
    }

    private static List<Transaction> transactions(Stream<Update> updates) {
        return updates.map(Update::transaction).toList();
    }

    private static List<TransactionView> views(List<Transaction> transactions) {
        return transactions.stream().map(TransactionView::of).toList();
    }

    private TransactionInput read(JsonNode entry) {
        return binder.bind(object(entry), TransactionInput.class);
    }

    private Change change(JsonNode entry, Set<UUID> seen) {
        // A copy, because a transaction may be tried again.
        ObjectNode patch = JsonNodeFactory.instance.objectNode().setAll(object(entry));
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        if (patch.has(ID)) {
            reference.set(ID, patch.remove(ID));
        }
        UUID id = binder.bind(reference, TransactionChange.class).id();
        if (!seen.add(id)) {
            throw ProblemException.invalid("/id", CommonFieldError.DUPLICATE);
        }
        return new Change(id, new MergePatch(patch, binder));
    }

    private UUID deletion(JsonNode entry, Set<UUID> seen) {
        UUID id = Id.parse(entry.textValue())
                .orElseThrow(() -> ProblemException.invalid("", CommonFieldError.WRONG_TYPE, JsonType.UUID));
        if (!seen.add(id)) {
            throw ProblemException.invalid("", CommonFieldError.DUPLICATE);
        }
        return id;
    }

    private static ObjectNode object(JsonNode entry) {
        if (entry instanceof ObjectNode json) {
            return json;
        }
        throw ProblemException.invalid("", CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
    }

    /** All that exists is locked, so that what is checked here holds to the end. */
    private Concerned concerned(List<Change> changes, List<UUID> deletions) {
        Set<UUID> ids = Stream.concat(
                        changes.stream().filter(Objects::nonNull).map(Change::id),
                        deletions.stream().filter(Objects::nonNull))
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return new Concerned(Map.of(), Set.of());
        }
        Map<UUID, Transaction> known =
                Transaction.locked(user.id(), ids).stream().collect(Collectors.toMap(t -> t.id, t -> t));
        Concerned concerned = new Concerned(known, allocations.among(user.id(), ids));
        // They are written past the session.
        Panache.getSession().clear();
        return concerned;
    }

    private static Update update(Change change, Concerned concerned) {
        Transaction transaction = concerned.find(change.id(), "/id");
        TransactionInput before = TransactionInput.of(transaction);
        return new Update(transaction, before, change.patch().applyTo(before, TransactionInput.class));
    }

    private Transaction apply(Update update, Concerned concerned, NamedAccounts accounts) {
        Transaction transaction = update.transaction();
        Currency before = transaction.currency;
        transaction.apply(update.after(), user.defaults(), accounts);
        if (concerned.setAside.contains(transaction.id)) {
            if (!transaction.currency.equals(before)) {
                throw ProblemException.invalid("/currency", TransactionFieldError.HAS_CONTRIBUTIONS);
            }
            if (transaction.allocated.compareTo(transaction.amount.max(BigDecimal.ZERO)) > 0) {
                String allocated = Money.stored(transaction.allocated, before).display();
                throw ProblemException.invalid("/amount", TransactionFieldError.OVER_ALLOCATED, allocated);
            }
        }
        return transaction;
    }

    private static Transaction deletable(UUID id, Concerned concerned) {
        Transaction transaction = concerned.find(id, "");
        transaction.checkAlone();
        if (concerned.setAside.contains(id)) {
            throw ProblemException.invalid("", TransactionFieldError.HAS_CONTRIBUTIONS);
        }
        return transaction;
    }

    /** What is wrong with the entries, gathered over all of them. */
    private record Faults(List<FieldError> errors) {

        /** What becomes of each entry; null of one at fault, which is named, and which later steps leave out. */
        <E, R> List<R> collect(String parent, List<E> entries, Function<E, R> step) {
            List<R> results = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                R result = null;
                if (entries.get(i) != null) {
                    try {
                        result = step.apply(entries.get(i));
                    } catch (ProblemException e) {
                        String entry = parent + i;
                        errorsOf(e).forEach(error -> errors.add(error.below(entry)));
                    }
                }
                results.add(result);
            }
            return results;
        }

        /** What would refuse a single request refuses an entry. */
        private static List<FieldError> errorsOf(ProblemException e) {
            return Optional.ofNullable(OF_ENTRIES.get(e.code())).map(List::of).orElse(e.errors());
        }

        void check() {
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
        }
    }

    private record Change(UUID id, MergePatch patch) {}

    private record Update(Transaction transaction, TransactionInput before, TransactionInput after) {

        boolean isChange() {
            return !before.equals(TransactionInput.of(transaction));
        }

        /** Whether another may have what it was known by. */
        boolean givesUpReference() {
            return before.externalId() != null
                    && !(before.externalId().equals(transaction.externalId)
                            && Objects.equals(before.accountId(), transaction.accountId));
        }
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
                throw ProblemException.invalid(pointer, CommonFieldError.UNKNOWN_REFERENCE);
            }
            return transaction;
        }
    }
}
