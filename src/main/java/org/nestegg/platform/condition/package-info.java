/** Conditional requests (RFC 9110, section 13): what an object looks like now, and what a request expects of that. */
package org.nestegg.platform.condition;
