/** What transactions come to: summaries of them, and what lay in accounts when. Whole months are read from kept sums. */
package org.nestegg.transaction.sum;
