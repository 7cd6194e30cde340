package org.nestegg.statement;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Somebody's account with a bank, and the files that it writes of it. */
final class Bank extends ApiTest {

    static final String IMPORTS = "/api/v1/imports";

    final Person person;

    /** The account. */
    final String account;

    Bank(Person person) {
        this(person, "Everyday", "100");
    }

    Bank(Person person, String name, String opening) {
        this.person = person;
        account = id(
                person.create("/api/v1/accounts", "{'name': '%s', 'openingBalance': '%s'}".formatted(name, opening)));
    }

    /** A table of rows, each {@code day;text;amount}, perhaps with a reference. */
    static String csv(String... rows) {
        boolean references = Arrays.stream(rows).anyMatch(row -> row.split(";", -1).length > 3);
        return "date;description;amount" + (references ? ";reference" : "") + "\n" + String.join("\n", rows) + "\n";
    }

    /** The same as OFX. */
    static String ofx(String... rows) {
        return "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR"
                + "<BANKACCTFROM><BANKID>1<ACCTID>123456789<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n"
                + Arrays.stream(rows)
                        .map(row -> row.split(";", -1))
                        .map(row -> "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>" + row[0].replace("-", "") + "<TRNAMT>" + row[2]
                                + (row.length > 3 ? "<FITID>" + row[3] : "") + "<NAME>" + row[1] + "</STMTTRN>\n")
                        .collect(Collectors.joining())
                + "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
    }

    /** Sends a file for the account. */
    ValidatableResponse send(String file) {
        return send("?accountId=" + account, file.getBytes(StandardCharsets.UTF_8));
    }

    ValidatableResponse send(String query, byte[] file) {
        return raw(person.request(), "application/octet-stream", file)
                .post(IMPORTS + query)
                .then();
    }

    /** The path of the plan of a file. */
    String plan(String file) {
        return send(file).statusCode(201).extract().header("Location");
    }

    /** The path of an import that was applied. */
    String imported(String file) {
        String plan = plan(file);
        apply(plan).statusCode(200);
        return plan;
    }

    ValidatableResponse apply(String plan) {
        return person.post(plan + "/apply", "{}");
    }

    ValidatableResponse undo(String plan) {
        return person.post(plan + "/undo", "{}");
    }

    /** What is to become of the rows, and why: {@code create new}. */
    List<String> decisions(String plan) {
        return person.get(plan + "/rows?limit=100").statusCode(200).extract().jsonPath().getList("items").stream()
                .map(row -> (Map<?, ?>) row)
                .map(row -> row.get("decision") + " " + ((Map<?, ?>) row.get("reason")).get("code"))
                .toList();
    }

    String balance() {
        return person.get("/api/v1/accounts/" + account)
                .statusCode(200)
                .extract()
                .path("balance");
    }

    int transactions() {
        return person.get("/api/v1/transactions?count=true&accountId=" + account)
                .statusCode(200)
                .extract()
                .path("total");
    }

    /** Records one by hand. */
    String record(String day, String description, String amount, boolean inAccount) {
        return person.record(
                "expense",
                description,
                amount,
                "'date': '%s'%s".formatted(day, inAccount ? ", 'accountId': '" + account + "'" : ""));
    }
}
