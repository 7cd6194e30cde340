/** Money moved between two accounts of the same user: two transactions that are held together. */
package org.nestegg.transaction.transfer;
