/**
 * Banks' files: each becomes a plan, which says of every row what is to become of it and why, and which is applied as a whole and undone
 * as a whole. Nothing is recorded before it is applied, and what is applied is what was shown.
 */
package org.nestegg.statement;
