import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.nestegg.client.ApiClient;
import org.nestegg.client.ApiException;
import org.nestegg.client.api.AccountsApi;
import org.nestegg.client.api.BucketListsApi;
import org.nestegg.client.api.GoalsApi;
import org.nestegg.client.api.IdentityApi;
import org.nestegg.client.api.ServiceApi;
import org.nestegg.client.api.TransactionsApi;
import org.nestegg.client.api.TransfersApi;
import org.nestegg.client.model.*;

/** A round trip through the service with the generated Java client, as its README would have it: no setting, no workaround. */
public final class RoundTrip {

    private static int steps;

    public static void main(String... arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        AtomicReference<String> token = new AtomicReference<>();
        client.setRequestInterceptor(request ->
                Optional.ofNullable(token.get()).ifPresent(t -> request.setHeader("Authorization", "Bearer " + t)));
        ServiceApi service = new ServiceApi(client);
        IdentityApi identity = new IdentityApi(client);
        AccountsApi accounts = new AccountsApi(client);
        TransfersApi transfers = new TransfersApi(client);
        TransactionsApi transactions = new TransactionsApi(client);
        GoalsApi goals = new GoalsApi(client);
        BucketListsApi lists = new BucketListsApi(client);

        step(service.welcome().getLinks().containsKey("goals"));
        step(service.hello("Luis").getMessage().contains("Luis"));
        step(!service.getJwks().getKeys().isEmpty());
        step(service.getProblem("not-found").getStatus() == 404);

        String email = UUID.randomUUID() + "@example.com";
        TokenAnswer answer = identity.register(
                new RegisterInput().email(email).password("a walk by the river").name("Luis"));
        step(answer.getUser().getCurrency().equals("EUR"));
        answer = identity.login(new LoginInput().email(email).password("a walk by the river"));
        answer = identity.refresh(new RefreshInput().refreshToken(answer.getRefreshToken()));
        token.set(answer.getAccessToken());
        step(identity.getMe(null).getEmail().equals(email));
        step(identity.patchMe(new UserPatch().locale("es"), null).getLocale().equals("es"));
        step(identity.patchMe(new UserPatch().name(null), null).getName() == null);
        step(identity.listSessions(null, null, null).getItems().size() == 2);
        PersonalToken script = identity.createPersonalToken(
                new PersonalTokenInput().name("script").scope(Scope.READ));
        step(script.getToken() != null && script.getExpiresAt() == null);
        identity.deletePersonalToken(script.getId());
        step(identity.listPersonalTokens(null, null, true).getTotal() == 0);

        Transaction salary = transactions.createIncome(
                new EntryInput().description("Salary").amount("5000").date(LocalDate.of(2026, 11, 1)), null);
        step(salary.getAmount().equals("5000.00") && salary.getType() == TransactionType.INCOME);
        Transaction pizza = transactions.createTransaction(
                new TransactionInput().type(TransactionType.EXPENSE).description("Pizza").amount("50.5").category("food")
                        .tags(List.of("friday")),
                "\"a key\"");
        step(pizza.getAmount().equals("-50.50") && pizza.getTags().equals(List.of("friday")));
        step(transactions.getTransaction(pizza.getId(), null, null).equals(pizza));
        step(transactions.patchTransaction(pizza.getId(), new TransactionPatch().category(null), null).getCategory() == null);
        step(transactions.replaceTransaction(
                        pizza.getId(),
                        new TransactionInput().type(TransactionType.EXPENSE).description("Pizza").amount("12").category("food"),
                        null)
                .getCategory().equals("food"));
        TransactionPage page = transactions.listTransactions(TransactionType.EXPENSE, null, null, null, LocalDate.of(2026, 1, 1), null,
                "food", null, null, "-100", null, "EUR", "none", null, TransactionSort.AMOUNT_DESC, 10, null, true);
        step(page.getItems().size() == 1 && page.getNext() == null && page.getTotal() == 1);
        step(transactions.summarizeTransactions(
                        null, null, null, null, null, null, null, null, null, null, SummaryGrouping.CATEGORY, null).getGroups().stream()
                .map(SummaryGroup::getKey).anyMatch(Objects::isNull));
        step(transactions.listCategories(null, null, null, null).getItems().getFirst().getName().equals("food"));
        BatchAnswer batch = transactions.changeTransactions(
                new BatchInput()
                        .addCreateItem(new TransactionInput().type(TransactionType.INCOME).description("Gift").amount("20"))
                        .addUpdateItem(new TransactionChange().id(pizza.getId()).amount("13")),
                null);
        step(batch.getCreate().getFirst().getAmount().equals("20.00")
                && batch.getUpdate().getFirst().getAmount().equals("-13.00"));
        transactions.deleteTransaction(salary.getId(), null);

        Account current = accounts.createAccount(new AccountInput().name("Current").openingBalance("100"), null);
        Account savings = accounts.createAccount(new AccountInput().name("Savings").kind(AccountKind.SAVINGS), null);
        Transfer transfer = transfers.createTransfer(
                new TransferInput().fromAccountId(current.getId()).toAccountId(savings.getId()).amount("30"), null);
        step(transfer.getDescription().equals("Current → Savings") && transfer.getReceivedAmount().equals("30.00"));
        step(transfers.patchTransfer(transfer.getId(), new TransferPatch().amount("40"), null).getReceivedAmount()
                .equals("40.00"));
        step(accounts.getAccount(savings.getId(), null).getBalance().equals("40.00"));
        step(accounts.getAccountBalances(current.getId(), null, null, BalanceInterval.MONTH, null).getItems().size() == 12);
        step(accounts.getBalances(null, null).getItems().getFirst().getBalance().equals("100.00"));
        step(accounts.patchAccount(current.getId(), new AccountPatch().closed(true), null).getClosed());
        refused(409, () -> transfers.createTransfer(
                new TransferInput().fromAccountId(current.getId()).toAccountId(savings.getId()).amount("1"), null));
        transfers.unlinkTransfer(transfer.getId(), null, null);
        accounts.deleteAccount(savings.getId(), true, null);

        Goal year = goals.createGoal(new GoalInput().name("A year off").targetAmount("12000"), null);
        Goal flat = goals.createGoal(new GoalInput().name("Sublet the flat").parentId(year.getId()), null);
        step(flat.getParentId().equals(year.getId()) && flat.getEnd() == null && flat.getTargetAmount() == null);
        goals.createContribution(year.getId(), new ContributionInput().amount("3000").note("Saved"), null);
        step(goals.getGoal(year.getId(), null).getProgress().toPlainString().equals("0.25"));
        step(goals.completeGoal(flat.getId(), null, null, null, null).getEnd() != null);
        step(goals.reopenGoal(flat.getId(), true, null, null, null).getEnd() == null);
        step(goals.getGoalForest(GoalStatus.ACTIVE, null, null).getItems().getFirst().getChildren().size() == 1);
        step(goals.getGoalTree(year.getId(), null).getChildren().getFirst().getName().equals("Sublet the flat"));
        goals.deleteGoal(year.getId(), true, null);
        step(goals.listGoals(null, "none", null, null, null, null).getItems().isEmpty());

        Bucketlist list = lists.createBucketlist(new BucketlistInput().name("Before I am forty"), null);
        BucketlistItem item = lists.createBucketlistItem(
                list.getId(), new BucketlistItemInput().name("See the northern lights"), null);
        step(lists.promoteBucketlistItem(list.getId(), item.getId(), null, null).getName().equals(item.getName()));
        step(lists.patchBucketlistItem(list.getId(), item.getId(), new BucketlistItemPatch().done(true), null).getDoneAt()
                != null);
        lists.deleteBucketlist(list.getId(), null);
        refused(404, () -> lists.getBucketlist(list.getId(), null));
        refused(422, () -> goals.createGoal(new GoalInput().name(""), null));
        refused(412, () -> identity.patchMe(new UserPatch().name("x"), "\"other\""));

        for (Session session : identity.listSessions(null, null, null).getItems()) {
            if (!session.getCurrent()) {
                identity.endSession(session.getId());
            }
        }
        step(identity.listSessions(null, null, null).getItems().size() == 1);
        identity.logout(null);
        refused(401, () -> identity.getMe(null));
        System.out.println(steps + " steps");
    }

    private static void step(boolean right) {
        steps++;
        if (!right) {
            throw new AssertionError("step " + steps);
        }
    }

    private interface Call {
        Object make() throws ApiException;
    }

    private static void refused(int status, Call call) {
        try {
            call.make();
        } catch (ApiException e) {
            step(e.getCode() == status && e.getResponseBody().contains("\"traceId\""));
            return;
        }
        step(false);
    }
}
