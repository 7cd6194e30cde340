package org.nestegg.platform.security;

import java.time.LocalDate;
import java.util.Currency;

/**
 * What stands where a request names none.
 *
 * @param currency the user's own
 * @param today the calendar day in the user's time zone
 */
public record Defaults(Currency currency, LocalDate today) {}
