package org.nestegg.transaction.sum;

/** What a summary is broken down by. */
enum SummaryGrouping {
    DAY("day", "to_char(cast(date as timestamp), 'YYYY-MM-DD')", false),
    WEEK("week", "to_char(cast(date as timestamp), 'IYYY-\"W\"IW')", false), // ISO 8601
    MONTH("month", "to_char(cast(date as timestamp), 'YYYY-MM')", true),
    YEAR("year", "to_char(cast(date as timestamp), 'YYYY')", true),
    CATEGORY("category", "category", true),
    TAG("tag", "tag", true),
    TYPE("type", "type", true),
    ACCOUNT("account", "account_id", true);

    private final String code;

    /** An SQL expression over an entry. */
    final String key;

    /** Whether the sums of months will do; for tags, in all. */
    final boolean ofMonths;

    SummaryGrouping(String code, String key, boolean ofMonths) {
        this.code = code;
        this.key = key;
        this.ofMonths = ofMonths;
    }

    String code() {
        return code;
    }
}
