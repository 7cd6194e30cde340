package org.nestegg.transaction.transfer;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.SelectionQuery;
import org.nestegg.account.Account;
import org.nestegg.account.AccountFieldError;
import org.nestegg.account.AccountProblem;
import org.nestegg.change.RecordedEntity;
import org.nestegg.change.Row;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.Distinct;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.Transaction;
import org.nestegg.transaction.TransactionProblem;
import org.nestegg.transaction.TransactionType;

/**
 * Money moved from one of the owner's accounts to another: what holds two transactions together. The database sees to it that there
 * are always two, in two accounts, and as much in as out within one currency.
 */
@Entity
@Table(name = "transfer")
public class Transfer extends RecordedEntity {

    /** Its sides that have left an account stand for transfers. */
    private static final String FROM = "from Transaction o where o.transferId is not null and o.amount < 0 and ";

    /** Read at once, so that none is half there. */
    private static final String SIDES =
            "select t, o, i from Transaction o join Transfer t on t.owner = o.owner and t.id = o.transferId"
                    + " join Transaction i on i.owner = o.owner and i.id = t.inId"
                    + " where o.transferId is not null and o.amount < 0 and ";

    @Column(updatable = false)
    public UUID outId;

    @Column(updatable = false)
    public UUID inId;

    Transfer() {}

    /** As it was. */
    Transfer(Row row) {
        super(row);
        outId = row.id("out_id");
        inId = row.id("in_id");
    }

    private Transfer(UUID owner, Transaction out, Transaction in) {
        this.owner = owner;
        outId = out.id;
        inId = in.id;
    }

    /** Holds two transactions together, also such as are about to be recorded; what is held is not flushed yet. */
    public static Transfer hold(UUID owner, Transaction out, Transaction in) {
        Transfer transfer = new Transfer(owner, out, in);
        transfer.persist();
        out.transferId = transfer.id;
        in.transferId = transfer.id;
        return transfer;
    }

    /** A transfer with both of its sides. */
    @RegisterForReflection
    record Whole(Transfer transfer, Transaction out, Transaction in) {

        /** Where it stands among others, the newest day first. */
        List<String> key() {
            return List.of(out.date.toString(), out.id.toString());
        }

        /** When anything of what is shown was changed last. */
        Instant updatedAt() {
            return transfer.updatedAt.isAfter(out.updatedAt) ? transfer.updatedAt : out.updatedAt;
        }
    }

    /**
     * Moves money. It is part of a change that has begun: nobody else writes what is the owner's.
     *
     * @param today when it leaves where the input says no day
     * @throws ProblemException with {@code account-closed}, or with {@code invalid-input} if there are no such accounts or the
     *     amounts do not fit them
     */
    static Whole make(UUID owner, TransferInput input, LocalDate today) {
        Accounts accounts = Accounts.of(owner, input);
        accounts.checkOpen(Set.of());
        Movement movement = Movement.of(input, accounts, true, today);
        Transaction out = Transaction.side(owner, movement.from, movement.sent, movement.date);
        Transaction in = Transaction.side(owner, movement.to, movement.received, movement.receivedDate);
        for (Transaction side : List.of(out, in)) {
            side.describe(movement.description, input.category(), input.tags(), input.notes());
        }
        Transfer transfer = hold(owner, out, in);
        Panache.flush();
        Transaction.record(owner, List.of(out, in));
        return new Whole(transfer, out, in);
    }

    /**
     * Makes a transfer of an expense and an income.
     *
     * @throws ProblemException with {@code part-of-transfer}, {@code account-closed} or {@code income-has-contributions}, or with
     *     {@code invalid-input} if they are not what comes and goes between two accounts
     */
    static Whole link(UUID owner, LinkInput input) {
        Transaction out = find(owner, input.outId(), "/outId");
        Transaction in = find(owner, input.inId(), "/inId");
        if (out.transferId != null || in.transferId != null) {
            throw new ProblemException(TransactionProblem.PART_OF_TRANSFER);
        }
        checkDirection(out, TransactionType.EXPENSE, "/outId");
        checkDirection(in, TransactionType.INCOME, "/inId");
        checkAccount(out, "/outId");
        checkAccount(in, "/inId");
        if (out.accountId.equals(in.accountId)) {
            throw ProblemException.invalid("/inId", TransferFieldError.SAME_ACCOUNT);
        }
        if (Account.all(owner, Set.of(out.accountId, in.accountId)).values().stream()
                .anyMatch(account -> account.closed)) {
            throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
        }
        if (out.currency.equals(in.currency) && out.amount.add(in.amount).signum() != 0) {
            throw ProblemException.invalid("/inId", TransferFieldError.AMOUNTS_DIFFER);
        }
        if (in.allocated.signum() != 0) {
            throw new ProblemException(TransactionProblem.INCOME_HAS_CONTRIBUTIONS);
        }
        Transfer transfer = hold(owner, out, in);
        Panache.flush();
        return new Whole(transfer, out, in);
    }

    private static Transaction find(UUID owner, UUID id, String pointer) {
        return Transaction.of(owner, id)
                .orElseThrow(() -> ProblemException.invalid(pointer, CommonFieldError.UNKNOWN_REFERENCE));
    }

    private static void checkDirection(Transaction side, TransactionType type, String pointer) {
        if (side.type() != type) {
            throw ProblemException.invalid(pointer, TransferFieldError.WRONG_DIRECTION);
        }
    }

    private static void checkAccount(Transaction side, String pointer) {
        if (side.accountId == null) {
            throw ProblemException.invalid(pointer, TransferFieldError.ACCOUNT_REQUIRED);
        }
    }

    /**
     * Changes both sides to what the input says. A text that stays leaves what the sides have of their own.
     *
     * @param whole this transfer
     * @param saysReceived whether the amount that arrives was asked for; otherwise, within one currency, it follows the other
     * @param today when it leaves where the input says no day
     * @throws ProblemException as {@link #make} does; accounts that it has lain in may be closed
     */
    Whole change(Whole whole, TransferInput input, boolean saysReceived, LocalDate today) {
        Transaction out = whole.out;
        Transaction in = whole.in;
        Accounts accounts = Accounts.of(owner, input);
        accounts.checkOpen(Set.of(out.accountId, in.accountId));
        Movement movement = Movement.of(input, accounts, saysReceived, today);
        TransferInput before = TransferInput.of(whole);
        for (Transaction side : List.of(out, in)) {
            side.describe(
                    kept(movement.description, before.description(), side.description),
                    kept(input.category(), before.category(), side.category),
                    kept(Distinct.of(input.tags()), before.tags(), side.tags),
                    kept(input.notes(), before.notes(), side.notes));
        }
        moveBoth(whole, movement);
        return whole;
    }

    /** Where the two accounts change places, neither side may have yet what the other is still known by there. */
    private void moveBoth(Whole whole, Movement movement) {
        Transaction out = whole.out;
        Transaction in = whole.in;
        String reference = out.externalId;
        boolean crossing = reference != null && reference.equals(in.externalId) && movement.from.equals(in.accountId);
        if (crossing) {
            out.externalId = null;
            Panache.flush();
        }
        out.move(movement.from, movement.sent, movement.date);
        in.move(movement.to, movement.received, movement.receivedDate);
        if (Panache.getSession().isDirty()) {
            // A transfer changes as a whole.
            updatedAt = now();
            out.updatedAt = updatedAt;
            in.updatedAt = updatedAt;
        }
        if (crossing) {
            in.updatedAt = now();
            Panache.flush();
            out.externalId = reference;
        }
        Panache.flush();
    }

    private static <T> T kept(T asked, T before, T own) {
        return Objects.equals(asked, before) ? own : asked;
    }

    /** Deletes it with both sides. */
    void remove() {
        Transaction.deleteSides(owner, id);
        delete();
        flush();
    }

    /** Lets its sides be an expense and an income again. */
    void unlink() {
        Transaction.freeSides(owner, id);
        delete();
        flush();
    }

    static Optional<Whole> of(UUID owner, UUID id) {
        return Transfer.<Transfer>find("owner = ?1 and id = ?2", owner, id)
                .firstResultOptional()
                .map(transfer -> {
                    Map<UUID, Transaction> sides = Transaction.all(owner, Set.of(transfer.outId, transfer.inId));
                    return new Whole(transfer, sides.get(transfer.outId), sides.get(transfer.inId));
                });
    }

    /** One page of the owner's transfers that match, the newest day first. */
    static List<Whole> page(UUID owner, TransferFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria(owner);
        if (!page.after().isEmpty()) {
            criteria.and(
                            "(o.date, o.id) < (:afterDate, :afterId)",
                            "afterDate",
                            LocalDate.parse(page.after().getFirst()))
                    .parameters()
                    .put("afterId", UUID.fromString(page.after().getLast()));
        }
        return query(SIDES + criteria.where() + " order by o.date desc, o.id desc", criteria, Whole.class)
                .setMaxResults(page.fetch())
                .getResultList();
    }

    static long count(UUID owner, TransferFilter filter) {
        Criteria criteria = filter.criteria(owner);
        return query("select count(*) " + FROM + criteria.where(), criteria, Long.class)
                .getSingleResult();
    }

    private static <T> SelectionQuery<T> query(String hql, Criteria criteria, Class<T> result) {
        SelectionQuery<T> query = Panache.getSession().createSelectionQuery(hql, result);
        criteria.parameters().forEach(query::setParameter);
        return query;
    }

    /** The two accounts that a transfer names. */
    private record Accounts(Account from, Account to) {

        static Accounts of(UUID owner, TransferInput input) {
            Map<UUID, Account> known = Account.all(owner, Set.of(input.fromAccountId(), input.toAccountId()));
            List<FieldError> unknown = new ArrayList<>();
            if (!known.containsKey(input.fromAccountId())) {
                unknown.add(FieldError.at(TransferInput.FROM, AccountFieldError.UNKNOWN_ACCOUNT));
            }
            if (!known.containsKey(input.toAccountId())) {
                unknown.add(FieldError.at(TransferInput.TO, AccountFieldError.UNKNOWN_ACCOUNT));
            }
            ProblemException.throwIfAny(unknown);
            return new Accounts(known.get(input.fromAccountId()), known.get(input.toAccountId()));
        }

        /** @param known where the transfer lies already */
        void checkOpen(Set<UUID> known) {
            if (from.closed && !known.contains(from.id) || to.closed && !known.contains(to.id)) {
                throw new ProblemException(AccountProblem.ACCOUNT_CLOSED);
            }
        }

        String names() {
            String names = from.name + " → " + to.name;
            return names.substring(
                            0, names.offsetByCodePoints(0, Math.min(Text.length(names), Transaction.MAX_DESCRIPTION)))
                    .strip();
        }
    }

    /** What a transfer does to its two accounts, and what it is called. */
    private record Movement(
            UUID from,
            Money sent,
            LocalDate date,
            UUID to,
            Money received,
            LocalDate receivedDate,
            String description) {

        static Movement of(TransferInput input, Accounts accounts, boolean saysReceived, LocalDate today) {
            boolean within = accounts.from.currency.equals(accounts.to.currency);
            BigDecimal received = within && !saysReceived ? null : input.receivedAmount();
            List<FieldError> faults = new ArrayList<>();
            Money.fault(TransferInput.AMOUNT, input.amount(), accounts.from.currency)
                    .ifPresent(faults::add);
            if (received != null) {
                Money.fault(TransferInput.RECEIVED_AMOUNT, received, accounts.to.currency)
                        .ifPresent(faults::add);
            } else if (!within) {
                faults.add(FieldError.at(TransferInput.RECEIVED_AMOUNT, CommonFieldError.REQUIRED));
            }
            if (within && received != null && received.compareTo(input.amount()) != 0) {
                faults.add(FieldError.at(TransferInput.RECEIVED_AMOUNT, TransferFieldError.AMOUNTS_DIFFER));
            }
            ProblemException.throwIfAny(faults);
            LocalDate date = Optional.ofNullable(input.date()).orElse(today);
            return new Movement(
                    accounts.from.id,
                    new Money(input.amount(), accounts.from.currency).negated(),
                    date,
                    accounts.to.id,
                    new Money(within ? input.amount() : received, accounts.to.currency),
                    Optional.ofNullable(input.receivedDate()).orElse(date),
                    Optional.ofNullable(input.description()).orElseGet(accounts::names));
        }
    }
}
