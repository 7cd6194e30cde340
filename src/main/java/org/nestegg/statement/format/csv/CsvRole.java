package org.nestegg.statement.format.csv;

import java.util.List;

/**
 * What a column can be, and the words for it in its heading: English, German, Spanish, French, Portuguese, Italian and Dutch, as
 * banks have them. Of several columns of a role, that whose word stands first is taken.
 */
enum CsvRole {
    /** When it was booked; else when it was made; else from when it counts; else when it began. */
    DATE(true, """
            buchungstag, buchungsdatum, buchung, posting date, posted date, post date, posted, posted on, booking date, booked,
            booked at, booked on, date posted, date booked, bookg date, date comptable, date de comptabilisation, date operation,
            date d operation, date de l operation, date op, fecha contable, fecha operacion, fecha de operacion, f operacion,
            fecha de la operacion, fecha movimiento, fecha de movimiento, fecha mov, data contabile, data registrazione,
            data movimento, data mov, data operazione, data lancamento, data do lancamento, data operacao, data da operacao,
            data do movimento, boekdatum, boekingsdatum, completed date, date completed, completed on, finished on, settled on,
            date, datum, fecha, data, date time, date and time, datum uhrzeit, data ora, data hora, fecha y hora, tag, dia, day,
            transaction date, transaction date time, trans date, transactiedatum, umsatztag, umsatzdatum, belegdatum, transaktionsdatum, kaufdatum,
            date of transaction, execution date, ausfuhrungsdatum, date transaction, date de transaction, date achat, date d achat,
            fecha transaccion, fecha de transaccion, fecha de compra, data transazione, data transacao, data da transacao,
            data da compra, purchase date, effective date,
            value date, valutadatum, valuta datum, wertstellung, wertstellungsdatum, wertstellungstag, wertstellung valuta,
            date de valeur, date valeur, date val, fecha valor, fecha de valor, f valor, data valuta, data valor, rentedatum,
            valutadag, created on, created at, created, started date, date started"""),

    /** A value date in German, a currency in Italian and Dutch: what is in it tells. */
    VALUTA(false, "valuta"),

    AMOUNT(true, """
            net, netto, net amount, nettobetrag,
            betrag, buchungsbetrag, umsatz, amount, transaction amount, booking amount, billing amount, montant, montant operation,
            montant de l operation, montant net, importe, importe operacion, importe de la operacion, importo, bedrag, valor, value,
            valor da operacao, valor lancamento, monto, cantidad, cuantia, quantia, somme, sum, wert, transaktionsbetrag,
            transactiebedrag, gross, brutto, bruttobetrag, gross amount"""),

    /** What went. */
    DEBIT(true, """
            debit, debits, debit amount, amount debit, debited amount, withdrawal, withdrawals, withdrawal amount, paid out,
            money out, out, spent, soll, lastschrift, lastschriften, belastung, belastungen, ausgang, ausgange, ausgabe, ausgaben,
            abgang, betrag soll, depense, depenses, montant debit, montant au debit, debe, cargo, cargos, importe cargo, adeudo,
            retiro, retiros, gasto, gastos, egreso, egresos, debito, debitos, valor debito, saida, saidas, dare, uscita, uscite,
            addebito, addebiti, importo dare, af, uit, uitgaven, debet, bedrag af, sorties"""),

    /** What came. */
    CREDIT(true, """
            credit, credits, credit amount, amount credit, credited amount, deposit, deposits, deposit amount, paid in, money in,
            in, received, haben, gutschrift, gutschriften, eingang, eingange, einnahme, einnahmen, zugang, betrag haben, recette,
            recettes, montant credit, montant au credit, haber, abono, abonos, importe abono, ingreso, ingresos, deposito,
            depositos, credito, creditos, valor credito, entrada, entradas, avere, entrata, entrate, accredito, accrediti,
            importo avere, bij, inkomsten, bedrag bij, entrees"""),

    /** Whether it came or went, beside an amount without sign. */
    SIGN(false, """
            soll haben, soll haben kennzeichen, sollhaben, s h, sh, s h kennzeichen, sh kennzeichen, kennzeichen, vorzeichen, af bij,
            bij af, d c, c d, dc, cd, d c flag, cd flag, dc flag, dr cr, cr dr, drcr, crdr, debit credit, credit debit,
            debit or credit, credit or debit, debit credit indicator, credit debit indicator, debit credit flag, credit debit flag,
            indicator, sign, direction, richtung, sens, debit of credit, debet credit, signe, signo, segno, naturaleza, deb cred,
            debito credito, credito debito, dare avere, debe haber, cargo abono, balance impact"""),

    CURRENCY(true, """
            wahrung, buchungswahrung, kontowahrung, devise, devise du compte, monnaie, moneda, divisa, moeda, munt, muntsoort,
            valutacode, currency, currency code, ccy, curr, account currency, transaction currency"""),

    REFERENCE(false, """
            fitid, transaction id, transactionid, id transaction, transfer wise id, transaction reference number,
            transaction reference, transaction number, bank reference, transaction code, transaktions id, transaktionscode,
            transaktionsnummer, transaktions nr, transaktionsnr, transaction no, buchungsreferenz, bankreferenz, archivreferenz, archive id, unique id, external id,
            id transaccion, id da transacao, id transazione, volgnr, volgnummer, transactiereferentie, transactienummer,
            identificador, identifiant, identificativo, referenz, referenznummer, reference number, reference no, reference, ref no,
            ref, reference operation, referencia, numero de referencia, n referencia, riferimento, cro, referentie, kenmerk, id,
            kundenreferenz, kundenreferenz end to end, end to end id, end to end reference, end to end referenz,
            client reference, customer reference"""),

    CATEGORY(false, """
            kategorie, category, categorie, categoria, hauptkategorie, transaction category, spending category, rubrique,
            rubriek"""),

    /** Who. */
    PARTY(true, """
            beguenstigter zahlungspflichtiger, name zahlungsbeteiligter, auftraggeber begunstigter, begunstigter auftraggeber,
            auftraggeber empfanger, empfanger auftraggeber, auftraggeber zahlungsempfanger, empfanger zahlungspflichtiger,
            zahlungspflichtiger, zahlungspflichtige r, zahlungsempfanger, zahlungsempfanger in, zahlungsbeteiligter, auftraggeber,
            empfanger, begunstigter, gegenpartei, partnername, payee, payer, partner, counterparty, counter party,
            counteraccount name, counter account name, merchant, beneficiary, recipient, sender, name, from, to, tiers,
            beneficiaire, emetteur, donneur d ordre, nom, contrepartie, beneficiario, ordenante, emisor, remitente, contraparte,
            comercio, nombre, destinatario, favorecido, estabelecimento, nome, controparte, ordinante, esercente, naam, tegenpartij,
            begunstigde, opdrachtgever, naam omschrijving, naam tegenpartij"""),

    /** What for. */
    PURPOSE(true, """
            verwendungszweck, vorgang verwendungszweck, vwz, buchungsdetails, buchungsinformationen, umsatztext, beschreibung,
            transaktionsbeschreibung, transaktionsdetails, zahlungsgrund, zahlungsreferenz, mitteilung, mitteilungen, avisierungstext,
            text, description, details, detail, transaction details, transaction description, narrative, narration, particulars,
            message, payment reference, payment details, purpose, remittance information, title, libelle, nature, motif,
            communication, label, intitule, designation, concepto, descripcion, detalle, detalles, movimiento, glosa, descricao,
            historico, lancamento, detalhe, detalhes, descritivo, descrizione, causale, dettagli, dettaglio, operazione,
            omschrijving, mededelingen, mededeling, beschrijving"""),

    /** How, which is all that some tell of what for. */
    LABEL(false, "buchungstext"),

    /** How: only of use where nothing else is told. */
    KIND(false, """
            vorgang, umsatzart, umsatztyp, buchungsart, transaktionstyp, type, transaction type, kind, type operation,
            type d operation, nature de l operation, tipo, tipo movimiento, tipo de movimiento, tipo operacion, tipo movimento,
            tipo de movimento, tipo operazione, tipologia, mutatiesoort, code, soort"""),

    NOTES(false, """
            memo, notes, note, notes and tags, notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, info,
            comment, comments, remark, remarks, additional information, personal note, client note, message for me, commentaire,
            commentaires, remarque, remarques, nota, notas, observaciones, observacoes, comentario, comentarios, notitie, notities,
            opmerking, opmerkingen"""),

    /** Whether it is booked. */
    STATUS(false, """
            status, state, buchungsstatus, booking status, transaction status, statut, etat, estado, situacao, situacion, stato,
            contabilizzazione"""),

    /** The number of the account that the file is about. */
    OWN(false, """
            auftragskonto, iban auftragskonto, kontonummer auftragskonto, eigenes konto, iban eigenes konto, own account, own iban,
            iban bban, account num, account iban, rekeningnummer opdrachtgever"""),

    /** The number of an account: that of the file, or of the other side. */
    ACCOUNT(false, """
            account, account number, account no, iban, konto, kontonummer, konto nr, kontonr, compte, numero de compte, n compte,
            cuenta, numero de cuenta, conta, numero da conta, conto, numero conto, rekening, rekeningnummer"""),

    /** The number of the other side's account. */
    COUNTER(false, """
            gegenkonto, iban gegenkonto, kontonummer iban, konto nr iban, iban zahlungsbeteiligter, counter account, counteraccount,
            counterparty account, counterparty iban, partner iban, partner account, payee account number, bank account details,
            cuenta beneficiario, compte beneficiaire, conto controparte, iban controparte, tegenrekening,
            tegenrekening iban bban"""),

    /** What lies there afterwards. */
    BALANCE(false, ""),

    /** Amounts and codes that are not those of the account. */
    OTHER(false, "");

    private final boolean prefix;
    private final List<String> words;

    CsvRole(boolean prefix, String words) {
        this.prefix = prefix;
        this.words = words.isEmpty() ? List.of() : List.of(words.split(",\\s+"));
    }

    /** Whether a heading may go on after the words. */
    boolean isPrefix() {
        return prefix;
    }

    List<String> words() {
        return words;
    }
}
