package org.nestegg.budget;

import java.time.LocalDate;

/** Some days of a budget, both included. */
public record Period(LocalDate from, LocalDate to) {}
