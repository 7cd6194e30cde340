package org.nestegg.budget;

import java.time.LocalDate;

/** Some days of a budget, both included. */
record Period(LocalDate from, LocalDate to) {}
