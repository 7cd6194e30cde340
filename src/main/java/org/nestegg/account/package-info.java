/** Where money lies: accounts with a bank, a purse, a card, and what they come to. */
package org.nestegg.account;
