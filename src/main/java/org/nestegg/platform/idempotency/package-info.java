/** Requests that may be repeated: a POST with an {@code Idempotency-Key} is done once, however often it is sent. */
package org.nestegg.platform.idempotency;
