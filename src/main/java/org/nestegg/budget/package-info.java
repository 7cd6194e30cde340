/** What may be spent: budgets, their periods, and how they stand. */
package org.nestegg.budget;
