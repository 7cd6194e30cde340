/**
 * Reading what callers send, strictly: JSON bodies into records and query parameters into values, with every fault named
 * at once.
 */
package org.nestegg.shared.input;
