/** What a euro is worth in other currencies, by day, and what sums come to in another currency by that. */
package org.nestegg.rate;
