package org.nestegg.schedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Occurrences of a schedule, in the order of their days. */
@Schema(name = "Occurrences", examples = """
        {"items": [{"date": "2026-11-01", "due": "2026-11-02", "state": "posted", "amount": "-950.00",
          "transactionId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e"},
         {"date": "2026-12-01", "due": "2026-12-01", "state": "planned", "amount": "-950.00", "transactionId": null}]}
        """)
record OccurrencesView(@Schema(required = true) List<OccurrenceView> items) {

    static OccurrencesView of(List<Occurrence> occurrences) {
        return new OccurrencesView(occurrences.stream().map(OccurrenceView::of).toList());
    }
}
