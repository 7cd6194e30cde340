/** Tables of separated values: what is in which column, and how it is written, is found in each file. */
package org.nestegg.statement.format.csv;
