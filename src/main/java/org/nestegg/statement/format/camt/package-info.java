/** ISO 20022 camt.052 and camt.053: XML, read by the platform's parser. */
package org.nestegg.statement.format.camt;
