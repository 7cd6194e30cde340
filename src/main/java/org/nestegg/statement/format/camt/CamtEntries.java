package org.nestegg.statement.format.camt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestegg.statement.format.Amounts;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.LineCounter;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.References;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.UnreadableException;
import org.nestegg.statement.format.Words;

/** Makes rows of an {@code Ntry}: one, or those of the batch that it is. */
final class CamtEntries {

    private static final String DEBIT = "DBIT";
    private static final String CREDIT = "CRDT";
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    /** A shorter {@code NtryRef} is but a number within its statement. */
    private static final int MIN_ENTRY_REFERENCE = 10;

    private final String text;
    private final LineCounter lines;
    private final Reading reading;

    CamtEntries(String text, LineCounter lines, Reading reading) {
        this.text = text;
        this.lines = lines;
        this.reading = reading;
    }

    List<Entry> of(XmlNode entry) {
        Entry whole = row(entry);
        XmlNode amount = entry.find("Amt");
        whole.currency = amount == null ? null : amount.currency;
        whole.pending = isPending(entry);
        try {
            whole.amount = signed(amount == null ? null : amount.text(), entry.text("CdtDbtInd"));
        } catch (UnreadableException e) {
            whole.faults.add(e.fault());
        }
        try {
            whole.date = CamtStatement.day(day(entry), reading, whole.line);
        } catch (UnreadableException e) {
            whole.faults.add(e.fault());
        }
        List<XmlNode> details = entry.all("NtryDtls", "TxDtls");
        List<BigDecimal> amounts = parts(whole, entry, details);
        if (amounts.isEmpty()) {
            XmlNode only = details.size() == 1 ? details.getFirst() : null;
            whole.reference = reference(entry, only);
            describe(whole, entry, only);
            return List.of(whole);
        }
        return parts(whole, entry, details, amounts);
    }

    private Entry row(XmlNode of) {
        return new Entry(lines.at(of.begin), of.source(text));
    }

    private static boolean isPending(XmlNode entry) {
        String status = entry.text("Sts", "Cd") == null ? entry.text("Sts") : entry.text("Sts", "Cd");
        return status != null && !status.equals("BOOK");
    }

    private static String day(XmlNode entry) throws UnreadableException {
        return Stream.of("BookgDt", "ValDt")
                .flatMap(kind -> Stream.of(entry.text(kind, "Dt"), entry.text(kind, "DtTm")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new UnreadableException(RowError.MISSING_DATE));
    }

    /** The indicator is the sign, that of a reversal, too: it says what happens now, and not what is reversed. */
    private static BigDecimal signed(String amount, String indicator) throws UnreadableException {
        BigDecimal plain = Amounts.plain(amount);
        boolean debit = DEBIT.equals(indicator);
        if (!debit && (!CREDIT.equals(indicator) || plain.signum() < 0)) {
            throw new UnreadableException(RowError.UNREADABLE_SIGN, indicator == null ? amount : indicator);
        }
        return debit ? plain.abs().negate() : plain;
    }

    /** The amounts of a batch's parts; none if there are no parts, or if they do not come to the whole. */
    private static List<BigDecimal> parts(Entry whole, XmlNode entry, List<XmlNode> details) {
        if (whole.amount == null || details.size() < 2) {
            return List.of();
        }
        List<BigDecimal> own = amounts(details, whole.currency, entry.text("CdtDbtInd"), true);
        return sum(own).compareTo(whole.amount) == 0
                ? own
                : Stream.of(amounts(details, whole.currency, entry.text("CdtDbtInd"), false))
                        .filter(same -> sum(same).compareTo(whole.amount) == 0)
                        .findFirst()
                        .orElse(List.of());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param own whether each part's own sign counts, or the whole's: where a reversal is concerned, banks differ */
    private static List<BigDecimal> amounts(List<XmlNode> details, String currency, String sign, boolean own) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (XmlNode part : details) {
            String indicator = own && part.text("CdtDbtInd") != null ? part.text("CdtDbtInd") : sign;
            XmlNode amount = Stream.of(
                            part.find("Amt"),
                            part.find("AmtDtls", "TxAmt", "Amt"),
                            part.find("AmtDtls", "InstdAmt", "Amt"))
                    .filter(found -> found != null && Objects.equals(found.currency, currency))
                    .findFirst()
                    .orElse(null);
            try {
                amounts.add(signed(amount == null ? null : amount.text(), indicator));
            } catch (UnreadableException _) {
                return List.of();
            }
        }
        return amounts;
    }

    private List<Entry> parts(Entry whole, XmlNode entry, List<XmlNode> details, List<BigDecimal> amounts) {
        List<String> references = references(details);
        List<Entry> rows = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
            Entry row = row(details.get(i));
            row.date = whole.date;
            row.faults.addAll(whole.faults);
            row.pending = whole.pending;
            row.currency = whole.currency;
            row.amount = amounts.get(i);
            row.reference = references.get(i);
            describe(row, entry, details.get(i));
            rows.add(row);
        }
        return rows;
    }

    /** The bank's for each part; where they are one for all, those of the payers. */
    private static List<String> references(List<XmlNode> details) {
        List<String> banks = references(details, "AcctSvcrRef");
        List<String> payers = references(details, "EndToEndId");
        boolean one = banks.stream().distinct().count() == 1;
        boolean distinct = isDistinct(payers);
        List<String> references = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
            String bank = one ? null : banks.get(i);
            references.add(bank == null && distinct ? payers.get(i) : bank);
        }
        return references;
    }

    private static List<String> references(List<XmlNode> details, String kind) {
        return details.stream()
                .map(part -> References.of(part.text("Refs", kind)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isDistinct(List<String> texts) {
        Set<String> seen = new HashSet<>();
        return texts.stream().filter(Objects::nonNull).allMatch(seen::add);
    }

    private static String reference(XmlNode entry, XmlNode detail) {
        return Stream.of(
                        entry.text("AcctSvcrRef"),
                        detail == null ? null : detail.text("Refs", "AcctSvcrRef"),
                        entryReference(entry))
                .filter(reference -> References.of(reference) != null)
                .findFirst()
                .orElse(null);
    }

    /** Swiss banks have the account of the payment slips there, which is the same for all that they bring. */
    private static String entryReference(XmlNode entry) {
        String reference = entry.text("NtryRef");
        boolean account = reference != null && reference.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
        return reference == null || account || reference.length() < MIN_ENTRY_REFERENCE ? null : reference;
    }

    /** @param detail what the bank says of the payment itself; null if nothing, or of several at once */
    private static void describe(Entry row, XmlNode entry, XmlNode detail) {
        String said = detail == null ? null : Words.join(party(row, entry, detail), remittance(detail));
        String more = detail == null ? null : detail.text("AddtlTxInf");
        String bank = entry.text("AddtlNtryInf");
        row.description = Stream.of(said, more, bank, code(entry), detail == null ? null : code(detail))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        row.notes = Arrays.stream(new String[] {more, bank})
                .filter(text -> text != null && !text.equals(row.description))
                .findFirst()
                .orElse(null);
    }

    /** Who is at the other end. Payer and payee of a reversal are those of what is reversed. */
    private static String party(Entry row, XmlNode entry, XmlNode detail) {
        XmlNode parties = detail.find("RltdPties");
        if (parties == null || row.amount == null) {
            return null;
        }
        boolean credit = row.amount.signum() >= 0;
        boolean reversal = "true".equals(entry.text("RvslInd")) || "1".equals(entry.text("RvslInd"));
        String role = credit != reversal ? "Dbtr" : "Cdtr";
        return Stream.of(role, "Ultmt" + role)
                .flatMap(who -> Stream.of(parties.text(who, "Nm"), parties.text(who, "Pty", "Nm")))
                .filter(name -> name != null && !name.equals(NOT_PROVIDED))
                .findFirst()
                .orElse(null);
    }

    private static String remittance(XmlNode detail) {
        List<String> texts = new ArrayList<>();
        detail.all("RmtInf", "Ustrd").forEach(part -> texts.add(part.text()));
        if (texts.isEmpty()) {
            for (XmlNode part : detail.all("RmtInf", "Strd")) {
                texts.add(part.text("CdtrRefInf", "Ref"));
                texts.add(said(part.text("AddtlRmtInf")));
            }
        }
        String joined = texts.stream()
                .filter(text -> text != null && !text.equals(NOT_PROVIDED))
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined;
    }

    /** Swiss banks tell there, too, whether a payment slip could be read: {@code ?REJECT?0}. */
    private static String said(String additional) {
        return additional == null || additional.startsWith("?") ? null : additional;
    }

    /** What kind of booking it is, if there is nothing else to say. */
    private static String code(XmlNode of) {
        String own = of.text("BkTxCd", "Prtry", "Cd");
        if (own != null) {
            return own;
        }
        String domain = Stream.of(
                        of.text("BkTxCd", "Domn", "Cd"),
                        of.text("BkTxCd", "Domn", "Fmly", "Cd"),
                        of.text("BkTxCd", "Domn", "Fmly", "SubFmlyCd"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return domain.isEmpty() ? null : domain;
    }
}
