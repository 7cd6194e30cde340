/**
 * Readers of what banks write: each makes statements, rows and warnings of the bytes of a file, and knows neither users nor the
 * database. What cannot be read is said row by row, and never stops the rest.
 */
package org.nestegg.statement.format;
