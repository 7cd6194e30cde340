package org.nestegg.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.nestegg.account.Account;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.http.Streaming;

/**
 * Transactions as CSV (RFC 4180), row by row in constant memory. They are read by keyset, some at a time in short
 * transactions, so that whoever is slow to take them keeps no connection.
 */
@Singleton
class TransactionExport {

    /** So many are read at a time. */
    private static final int SLICE = 500;

    private static final List<String> HEADER = List.of(
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
            "updatedAt",
            "account",
            "accountId",
            "externalId",
            "transferId");

    private final CurrentVertxRequest request;

    TransactionExport(CurrentVertxRequest request) {
        this.request = request;
    }

    RestResponse<StreamingOutput> answer(UUID owner, TransactionFilter filter) {
        StreamingOutput body = output -> write(owner, filter, output);
        return ResponseBuilder.ok(Streaming.of(request.getCurrent(), body))
                .header("Content-Type", MediaTypes.CSV + "; charset=utf-8; header=present")
                .header("Vary", "Accept")
                .header("Content-Disposition", "attachment; filename=\"transactions.csv\"")
                .build();
    }

    /** The stream is not closed here: that would end an answer which has broken off like a whole one. */
    private static void write(UUID owner, TransactionFilter filter, OutputStream output) throws IOException {
        Csv csv = new Csv(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
        csv.plain.printRecord(csv.writer, HEADER.toArray());
        Slice slice = Slice.read(owner, filter, List.of());
        while (!slice.rows.isEmpty()) {
            for (TransactionView row : slice.rows) {
                csv.print(row, slice.nameOf(row.accountId()));
            }
            slice = slice.rows.size() < SLICE
                    ? Slice.END
                    : Slice.read(owner, filter, filter.sort().key(slice.rows.getLast()));
        }
        csv.writer.flush();
    }

    /** Some transactions, with the accounts that they lie in. */
    private record Slice(List<TransactionView> rows, Map<UUID, Account> accounts) {

        static final Slice END = new Slice(List.of(), Map.of());

        static Slice read(UUID owner, TransactionFilter filter, List<String> after) {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<TransactionView> rows = Transaction.slice(owner, filter, after, SLICE);
                Set<UUID> accounts = rows.stream()
                        .map(TransactionView::accountId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
                return new Slice(rows, Account.all(owner, accounts));
            });
        }

        /** The name of an account as it is now; of what lies in none, or in one that is gone, nothing. */
        String nameOf(UUID account) {
            return Optional.ofNullable(account)
                    .map(accounts::get)
                    .map(found -> found.name)
                    .orElse(null);
        }
    }

    /**
     * One export. It has formats of its own: a format is locked while it writes, and whoever is slow to read would keep all
     * others waiting for one that is shared.
     */
    private static final class Csv {

        final Writer writer;
        final CSVFormat plain = CSVFormat.RFC4180.builder().get();

        /** In quotes whatever it is: where the comma is the decimal sign, spreadsheets take semicolons for separators. */
        private final CSVFormat text =
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

        Csv(Writer writer) {
            this.writer = writer;
        }

        void print(TransactionView view, String account) throws IOException {
            plain.print(view.id(), writer, true);
            plain.print(view.type().code(), writer, false);
            plain.print(view.date(), writer, false);
            text.print(inert(view.description()), writer, false);
            plain.print(view.amount(), writer, false);
            plain.print(view.currency(), writer, false);
            text.print(inert(view.category()), writer, false);
            text.print(view.tags().isEmpty() ? null : inert(String.join(" ", view.tags())), writer, false);
            text.print(inert(view.notes()), writer, false);
            plain.print(view.createdAt(), writer, false);
            plain.print(view.updatedAt(), writer, false);
            text.print(inert(account), writer, false);
            plain.print(view.accountId(), writer, false);
            text.print(inert(view.externalId()), writer, false);
            plain.print(view.transferId(), writer, false);
            plain.println(writer);
        }
    }

    /** A text that a spreadsheet would run as a formula is made to be shown as text (OWASP, CSV injection). */
    private static String inert(String text) {
        return text != null && !text.isEmpty() && "=+-@|%\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
