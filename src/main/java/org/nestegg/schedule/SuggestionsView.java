package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Schedules that could be made, the surest first. */
@Schema(name = "ScheduleSuggestions", examples = """
                {"items": [
                  {"start": "2026-12-01", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=1", "tolerance": 2,
                   "transaction": {"type": "expense", "description": "Rent", "amount": "-950.00", "currency": "EUR",
                     "category": "home", "tags": [], "notes": null, "accountId": null, "toAccountId": null},
                   "confidence": 0.75,
                   "evidence": ["019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "019a05c1-1f3a-7d20-8c55-6b7a8c9d0e1f",
                     "01996a2b-73c4-7e15-b2d8-4f5e6a7b8c9d"]}]}
                """)
record SuggestionsView(@Schema(required = true) List<SuggestionView> items) {

    static SuggestionsView of(List<Series> found, LocalDate today) {
        return new SuggestionsView(
                found.stream().map(series -> SuggestionView.of(series, today)).toList());
    }
}
