package org.nestegg.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hibernate.StatelessSession;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.nestegg.shared.database.Criteria;
import org.nestegg.shared.http.MediaTypes;

/** Transactions as CSV (RFC 4180), from the database to the client row by row, in constant memory. */
@Singleton
class TransactionExport {

    /** A long export is not an idle transaction. */
    private static final int TIMEOUT_SECONDS = 600;

    private static final int FETCH_SIZE = 500;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "type",
                    "date",
                    "description",
                    "amount",
                    "currency",
                    "category",
                    "tags",
                    "notes",
                    "createdAt",
                    "updatedAt")
            .get();

    private final StatelessSession session;

    TransactionExport(StatelessSession session) {
        this.session = session;
    }

    RestResponse<StreamingOutput> answer(UUID owner, TransactionFilter filter) {
        return ResponseBuilder.<StreamingOutput>ok(output -> write(owner, filter, output))
                .header("Content-Type", MediaTypes.CSV + "; charset=utf-8; header=present")
                .header("Vary", "Accept")
                .header("Content-Disposition", "attachment; filename=\"transactions.csv\"")
                .build();
    }

    private void write(UUID owner, TransactionFilter filter, OutputStream output) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(output, StandardCharsets.UTF_8), FORMAT)) {
            QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
                try (Stream<Transaction> rows = stream(owner, filter)) {
                    rows.forEach(row -> print(printer, row));
                }
            });
        }
    }

    private Stream<Transaction> stream(UUID owner, TransactionFilter filter) {
        Criteria criteria = filter.criteria(owner);
        var query = session.createSelectionQuery(
                        "from Transaction where " + criteria.where()
                                + filter.sort().orderBy(),
                        Transaction.class)
                .setFetchSize(FETCH_SIZE);
        criteria.parameters().forEach(query::setParameter);
        return query.getResultStream();
    }

    private static void print(CSVPrinter printer, Transaction row) {
        TransactionView view = TransactionView.of(row);
        try {
            printer.printRecord(
                    view.id(),
                    view.type().code(),
                    view.date(),
                    inert(view.description()),
                    view.amount(),
                    view.currency(),
                    inert(view.category()),
                    inert(String.join(" ", view.tags())),
                    inert(view.notes()),
                    view.createdAt(),
                    view.updatedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that a spreadsheet would run as a formula is made to be shown as text (OWASP, CSV injection). */
    private static String inert(String text) {
        return text != null && !text.isEmpty() && "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
