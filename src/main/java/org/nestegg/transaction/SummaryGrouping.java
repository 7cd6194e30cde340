package org.nestegg.transaction;

/** What a summary is broken down by. */
enum SummaryGrouping {
    DAY("day", "to_char(cast(date as timestamp), 'YYYY-MM-DD')"),
    WEEK("week", "to_char(cast(date as timestamp), 'IYYY-\"W\"IW')"), // ISO 8601
    MONTH("month", "to_char(cast(date as timestamp), 'YYYY-MM')"),
    YEAR("year", "to_char(cast(date as timestamp), 'YYYY')"),
    CATEGORY("category", "category"),
    TAG("tag", "tag"),
    TYPE("type", "case when amount > 0 then 'income' else 'expense' end");

    private final String code;

    /** An SQL expression over a transaction and one of its tags. */
    final String key;

    SummaryGrouping(String code, String key) {
        this.code = code;
        this.key = key;
    }

    String code() {
        return code;
    }

    /** The rows that are grouped: for tags, a transaction once for each tag that it has, or once if it has none. */
    String source() {
        return this == TAG ? "transaction left join unnest(tags) as tag on true" : "transaction";
    }
}
