/** Money: exact decimal amounts of ISO 4217 currencies. */
package org.nestegg.money;
