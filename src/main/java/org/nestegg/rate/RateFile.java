package org.nestegg.rate;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A file of the European Central Bank's reference rates: the whole history as CSV ({@code eurofxref-hist.csv}), that in a zip, or the
 * XML of a day, of 90 days or of the history. Which it is, is told by its content. It is read as it comes, and nobody vouches for it.
 */
final class RateFile {

    /** The history of 27 years has 2 MB as CSV, and 9 as XML. */
    static final long MAX_BYTES = 64L << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private RateFile() {}

    /**
     * Reads all rates of a file, but for those that have long been fixed and those of currencies that are not known.
     *
     * @throws UnreadableRatesException if it is no such file, is broken, has no rates or is too large; some rates may have been read
     */
    static void read(InputStream file, Consumer<DatedRate> rates) throws IOException {
        Counted counted = new Counted(rates);
        try {
            BufferedInputStream bytes = new BufferedInputStream(new BoundedStream(file, MAX_BYTES));
            readText(begins(bytes, ZIP) ? unpacked(bytes) : bytes, counted);
        } catch (ZipException | EOFException e) {
            throw new UnreadableRatesException("it is a broken zip");
        }
        if (counted.count == 0) {
            throw UnreadableRatesException.ofUnknownForm();
        }
    }

    private static BufferedInputStream unpacked(InputStream bytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        if (entry == null) {
            throw UnreadableRatesException.ofUnknownForm();
        }
        return new BufferedInputStream(new BoundedStream(zip, MAX_BYTES));
    }

    private static void readText(BufferedInputStream text, Consumer<DatedRate> rates) throws IOException {
        if (begins(text, BYTE_ORDER_MARK)) {
            text.skipNBytes(BYTE_ORDER_MARK.length);
        }
        if (begins(text, new byte[] {'<'})) {
            RateXml.read(text, rates);
        } else {
            RateTable.read(text, rates);
        }
    }

    private static boolean begins(BufferedInputStream bytes, byte[] with) throws IOException {
        bytes.mark(with.length);
        byte[] first = bytes.readNBytes(with.length);
        bytes.reset();
        return Arrays.equals(first, with);
    }

    /** Hands on what is not fixed, and counts what has come. */
    private static final class Counted implements Consumer<DatedRate> {

        private final Consumer<DatedRate> rates;
        private long count;

        Counted(Consumer<DatedRate> rates) {
            this.rates = rates;
        }

        @Override
        public void accept(DatedRate rate) {
            count++;
            if (FixedRates.of(rate.currency(), rate.day()).isEmpty()) {
                rates.accept(rate);
            }
        }
    }
}
