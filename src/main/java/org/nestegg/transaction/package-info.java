/** Money that came and went, or was moved: incomes and expenses, how they are found again, and the categories they fall in. */
package org.nestegg.transaction;
