package org.nestegg.statement.format;

/** Reads one format. */
public interface StatementReader {

    /** Whether a file is of the format, told by its content alone. */
    boolean recognises(FileText file);

    /**
     * Reads a file. Whatever it has, this ends, in time and memory in proportion to its size.
     *
     * @param answers what is said of the file's layout beforehand, by a person or from an earlier file; never null, mostly empty
     * @param reading where all is put that is found
     * @throws TooManyRowsException if there are too many rows
     * @throws UnreadableFileException if the file cannot be read as this format at all
     */
    void read(FileText file, Layout answers, Reading reading);
}
