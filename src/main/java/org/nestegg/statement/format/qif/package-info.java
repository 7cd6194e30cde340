/** The Quicken Interchange Format: lines that begin with a letter. */
package org.nestegg.statement.format.qif;
