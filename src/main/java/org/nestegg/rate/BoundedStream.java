package org.nestegg.rate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a bound, past which they are refused: of a file, or of what it unpacks to. */
final class BoundedStream extends FilterInputStream {

    private final long most;
    private long left;

    BoundedStream(InputStream bytes, long most) {
        super(bytes);
        this.most = most;
        left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new UnreadableRatesException("it has more than %d MiB".formatted(most >> 20));
        }
    }
}
