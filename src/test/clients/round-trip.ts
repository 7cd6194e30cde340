// A round trip through the service with the generated TypeScript client, as anybody would use it: no setting, no workaround.
import {
    AccountKind, AccountsApi, BucketListsApi, Configuration, GoalsApi, GoalStatus, IdentityApi, ResponseError, Scope, ServiceApi,
    SummaryGrouping, TransactionsApi, TransactionSort, TransactionType, TransfersApi,
} from './typescript';

let steps = 0;

function step(right: boolean): void {
    steps++;
    if (!right) {
        throw new Error(`step ${steps}`);
    }
}

async function refused(status: number, call: Promise<unknown>): Promise<void> {
    try {
        await call;
    } catch (e) {
        step(e instanceof ResponseError && e.response.status === status && 'traceId' in (await e.response.json()));
        return;
    }
    step(false);
}

async function main(basePath: string): Promise<void> {
    let token = '';
    const configuration = new Configuration({ basePath, accessToken: async () => token });
    const service = new ServiceApi(configuration);
    const identity = new IdentityApi(configuration);
    const accounts = new AccountsApi(configuration);
    const transfers = new TransfersApi(configuration);
    const transactions = new TransactionsApi(configuration);
    const goals = new GoalsApi(configuration);
    const lists = new BucketListsApi(configuration);

    step('goals' in (await service.welcome()).links);
    step((await service.hello({ name: 'Luis' })).message.includes('Luis'));
    step((await service.getJwks()).keys.length > 0);
    step((await service.getProblem({ code: 'not-found' })).status === 404);

    const email = `${crypto.randomUUID()}@example.com`;
    const password = 'a walk by the river';
    let answer = await identity.register({ registerInput: { email, password, name: 'Luis' } });
    step(answer.user.currency === 'EUR');
    answer = await identity.login({ loginInput: { email, password } });
    answer = await identity.refresh({ refreshInput: { refreshToken: answer.refreshToken } });
    token = answer.accessToken;
    step((await identity.getMe()).email === email);
    step((await identity.patchMe({ userPatch: { locale: 'es' } })).locale === 'es');
    step((await identity.patchMe({ userPatch: { name: null } })).name === null);
    step((await identity.listSessions()).items.length === 2);
    const script = await identity.createPersonalToken({ personalTokenInput: { name: 'script', scope: Scope.Read } });
    step(script.token !== undefined && script.expiresAt === null);
    await identity.deletePersonalToken({ id: script.id });
    step((await identity.listPersonalTokens({ count: true })).total === 0);

    const salary = await transactions.createIncome({
        entryInput: { description: 'Salary', amount: '5000', date: new Date('2026-11-01') },
    });
    step(salary.amount === '5000.00' && salary.type === TransactionType.Income);
    const pizza = await transactions.createTransaction({
        transactionInput: {
            type: TransactionType.Expense, description: 'Pizza', amount: '50.5', category: 'food', tags: ['friday'],
        },
        idempotencyKey: '"a key"',
    });
    step(pizza.amount === '-50.50' && pizza.tags[0] === 'friday');
    step((await transactions.getTransaction({ id: pizza.id })).createdAt.getTime() === pizza.createdAt.getTime());
    step((await transactions.patchTransaction({ id: pizza.id, transactionPatch: { category: null } })).category === null);
    const replaced = await transactions.replaceTransaction({
        id: pizza.id,
        transactionInput: { type: TransactionType.Expense, description: 'Pizza', amount: '12', category: 'food' },
    });
    step(replaced.category === 'food');
    const page = await transactions.listTransactions({
        type: TransactionType.Expense, from: new Date('2026-01-01'), category: 'food', minAmount: '-100', currency: 'EUR',
        sort: TransactionSort.AMOUNT_DESC, limit: 10, count: true,
    });
    step(page.items.length === 1 && page.next === null && page.total === 1);
    const summary = await transactions.summarizeTransactions({ groupBy: SummaryGrouping.CATEGORY });
    step(summary.groups.some(group => group.key === null));
    step((await transactions.listCategories()).items[0].name === 'food');
    const batch = await transactions.changeTransactions({
        batchInput: {
            create: [{ type: TransactionType.Income, description: 'Gift', amount: '20' }],
            update: [{ id: pizza.id, amount: '13' }],
        },
    });
    step(batch.create[0].amount === '20.00' && batch.update[0].amount === '-13.00');
    await transactions.deleteTransaction({ id: salary.id });

    const current = await accounts.createAccount({ accountInput: { name: 'Current', openingBalance: '100' } });
    const savings = await accounts.createAccount({ accountInput: { name: 'Savings', kind: AccountKind.Savings } });
    const transferInput = { fromAccountId: current.id, toAccountId: savings.id, amount: '30' };
    const transfer = await transfers.createTransfer({ transferInput });
    step(transfer.description === 'Current → Savings' && transfer.receivedAmount === '30.00');
    const patched = await transfers.patchTransfer({ id: transfer.id, transferPatch: { amount: '40' } });
    step(patched.receivedAmount === '40.00');
    step((await accounts.getAccount({ id: savings.id })).balance === '40.00');
    step((await accounts.getAccountBalances({ id: current.id })).items.length === 12);
    step((await accounts.getBalances()).items[0].balance === '100.00');
    step((await accounts.patchAccount({ id: current.id, accountPatch: { closed: true } })).closed);
    await refused(409, transfers.createTransfer({ transferInput }));
    await transfers.unlinkTransfer({ id: transfer.id });
    await accounts.deleteAccount({ id: savings.id, cascade: true });

    const year = await goals.createGoal({ goalInput: { name: 'A year off', targetAmount: '12000' } });
    const flat = await goals.createGoal({ goalInput: { name: 'Sublet the flat', parentId: year.id } });
    step(flat.parentId === year.id && flat.end === null && flat.targetAmount === null);
    await goals.createContribution({ id: year.id, contributionInput: { amount: '3000', note: 'Saved' } });
    step((await goals.getGoal({ id: year.id })).progress === 0.25);
    step((await goals.completeGoal({ id: flat.id })).end !== null);
    step((await goals.reopenGoal({ id: flat.id, cascade: true })).end === null);
    step((await goals.getGoalForest({ status: GoalStatus.ACTIVE })).items[0].children.length === 1);
    step((await goals.getGoalTree({ id: year.id })).children[0].name === 'Sublet the flat');
    await goals.deleteGoal({ id: year.id, cascade: true });
    step((await goals.listGoals({ parentId: 'none' })).items.length === 0);

    const list = await lists.createBucketlist({ bucketlistInput: { name: 'Before I am forty' } });
    const item = await lists.createBucketlistItem({
        id: list.id, bucketlistItemInput: { name: 'See the northern lights' },
    });
    step((await lists.promoteBucketlistItem({ id: list.id, itemId: item.id })).name === item.name);
    const done = await lists.patchBucketlistItem({
        id: list.id, itemId: item.id, bucketlistItemPatch: { done: true },
    });
    step(done.doneAt !== null);
    await lists.deleteBucketlist({ id: list.id });
    await refused(404, lists.getBucketlist({ id: list.id }));
    await refused(422, goals.createGoal({ goalInput: { name: '' } }));
    await refused(412, identity.patchMe({ userPatch: { name: 'x' }, ifMatch: '"other"' }));

    for (const session of (await identity.listSessions()).items) {
        if (!session.current) {
            await identity.endSession({ id: session.id });
        }
    }
    step((await identity.listSessions()).items.length === 1);
    await identity.logout();
    await refused(401, identity.getMe());
    console.log(`${steps} steps`);
}

main(process.argv[2]).catch(async e => {
    console.error(e, e instanceof ResponseError ? await e.response.text() : '', `after step ${steps}`);
    process.exit(1);
});
