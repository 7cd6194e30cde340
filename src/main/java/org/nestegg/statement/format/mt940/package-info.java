/** SWIFT MT940: lines that begin with tags, and what banks put into the one for people. */
package org.nestegg.statement.format.mt940;
