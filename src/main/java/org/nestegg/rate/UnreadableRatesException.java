package org.nestegg.rate;

/** What should be a file of rates is none, or is broken. The message says what is wrong with it, for whoever has sent it. */
class UnreadableRatesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRatesException(String message) {
        super(message, null, false, false);
    }

    /** It is nothing that the European Central Bank publishes. */
    static UnreadableRatesException ofUnknownForm() {
        return new UnreadableRatesException(
                "it is neither eurofxref-hist.csv, nor its zip, nor the XML of the European Central Bank");
    }
}
