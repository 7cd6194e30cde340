/**
 * The views of the page: where they are, in which part of the navigation, the element that shows one, and how it is loaded,
 * which is done when it is first gone to.
 */
export const PLACES = [
  { name: 'overview', element: 'nest-overview', load: () => import('/app/overview/overview.js') },
  { name: 'transactions', element: 'nest-transactions', load: () => import('/app/transactions/transactions.js') },
  { name: 'accounts', element: 'nest-accounts', load: () => import('/app/accounts/accounts.js') },
  { name: 'transfers', element: 'nest-transfers', load: () => import('/app/accounts/transfers.js') },
  { name: 'imports', element: 'nest-imports', load: () => import('/app/imports/imports.js') },
  { name: 'rules', element: 'nest-rules', load: () => import('/app/imports/rules.js') },
  { name: 'budgets', group: 'plans', element: 'nest-budgets', load: () => import('/app/plans/budgets.js') },
  { name: 'schedules', element: 'nest-schedules', load: () => import('/app/plans/schedules.js') },
  { name: 'forecast', element: 'nest-forecast', load: () => import('/app/plans/forecast.js') },
  { name: 'goals', group: 'aims', element: 'nest-goals', load: () => import('/app/goals/goals.js') },
  { name: 'bucketlists', element: 'nest-bucketlists', load: () => import('/app/goals/bucketlists.js') },
  { name: 'settings', group: 'you', element: 'nest-settings', load: () => import('/app/settings/settings.js') },
];

/** Those that small windows have a tab for; the others are under "more". */
export const TABS = ['overview', 'transactions', 'goals'];

export function placeOf(route) {
  return PLACES.find((place) => place.name === (route.path[0] ?? 'overview')) ?? null;
}
