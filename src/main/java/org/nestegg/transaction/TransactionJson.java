package org.nestegg.transaction;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.UUID;
import org.nestegg.platform.input.Moment;

/**
 * Writes transactions, of which more are shown than of anything else, field by field, and not by reflection. The fields are those of {@link TransactionView}, in its order, which {@code TransactionJsonTest} holds.
 */
class TransactionJson extends StdSerializer<TransactionView> {

    private static final long serialVersionUID = 1L;

    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString DESCRIPTION = new SerializedString("description");
    private static final SerializableString AMOUNT = new SerializedString("amount");
    private static final SerializableString CURRENCY = new SerializedString("currency");
    private static final SerializableString DATE = new SerializedString("date");
    private static final SerializableString CATEGORY = new SerializedString("category");
    private static final SerializableString TAGS = new SerializedString("tags");
    private static final SerializableString NOTES = new SerializedString("notes");
    private static final SerializableString ACCOUNT_ID = new SerializedString("accountId");
    private static final SerializableString EXTERNAL_ID = new SerializedString("externalId");
    private static final SerializableString TRANSFER_ID = new SerializedString("transferId");
    private static final SerializableString IMPORT_ID = new SerializedString("importId");
    private static final SerializableString SCHEDULE_ID = new SerializedString("scheduleId");
    private static final SerializableString CREATED_AT = new SerializedString("createdAt");
    private static final SerializableString UPDATED_AT = new SerializedString("updatedAt");

    TransactionJson() {
        super(TransactionView.class);
    }

    @Override
    public void serialize(TransactionView shown, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject(shown);
        write(json, ID, shown.id());
        write(json, TYPE, shown.type().code());
        write(json, DESCRIPTION, shown.description());
        write(json, AMOUNT, shown.amount());
        write(json, CURRENCY, shown.currency());
        write(json, DATE, shown.date().toString());
        write(json, CATEGORY, shown.category());
        json.writeFieldName(TAGS);
        json.writeStartArray();
        for (String tag : shown.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        write(json, NOTES, shown.notes());
        write(json, ACCOUNT_ID, shown.accountId());
        write(json, EXTERNAL_ID, shown.externalId());
        write(json, TRANSFER_ID, shown.transferId());
        write(json, IMPORT_ID, shown.importId());
        write(json, SCHEDULE_ID, shown.scheduleId());
        write(json, CREATED_AT, Moment.text(shown.createdAt()));
        write(json, UPDATED_AT, Moment.text(shown.updatedAt()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SerializableString name, UUID id) throws IOException {
        write(json, name, id == null ? null : id.toString());
    }

    private static void write(JsonGenerator json, SerializableString name, String text) throws IOException {
        json.writeFieldName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }
}
