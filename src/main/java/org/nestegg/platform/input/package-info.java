/**
 * Reading what callers send, strictly: JSON bodies into records, merge patches (RFC 7396) onto what is there, and query
 * parameters into values, with every fault named at once.
 */
package org.nestegg.platform.input;
