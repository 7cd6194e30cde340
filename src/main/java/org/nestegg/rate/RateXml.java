package org.nestegg.rate;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nestegg.money.Currencies;
import org.nestegg.platform.input.Day;

/**
 * The XML of reference rates: a {@code Cube} with a {@code time} for each day, and in it one with {@code currency} and {@code rate}
 * for each. A document type is refused, as are entities with it.
 */
final class RateXml {

    private final XMLStreamReader reader;
    private LocalDate day;

    private RateXml(InputStream bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        reader = factory.createXMLStreamReader(bytes);
    }

    static void read(InputStream bytes, Consumer<DatedRate> rates) {
        try {
            RateXml xml = new RateXml(bytes);
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                xml.read(event, rates);
            }
        } catch (XMLStreamException e) {
            throw new UnreadableRatesException("it is broken XML");
        }
    }

    private int next() throws XMLStreamException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (UnreadableRatesException e) {
            throw e;
        } catch (RuntimeException e) {
            // The JDK's reader has been seen to let others out where XML is broken in odd places.
            throw new XMLStreamException(e);
        }
    }

    private void read(int event, Consumer<DatedRate> rates) {
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadableRatesException("it has a document type");
        } else if (event == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals("Cube")) {
            attribute("time")
                    .ifPresent(time -> day = Day.parse(time).orElseThrow(() -> fault("has a time that is no day")));
            attribute("currency").ifPresent(code -> read(code, rates));
        }
    }

    private void read(String code, Consumer<DatedRate> rates) {
        BigDecimal rate = attribute("rate").flatMap(DatedRate::rate).orElseThrow(() -> fault("has what is no rate"));
        if (day == null) {
            throw fault("has a rate of no day");
        }
        Currencies.of(code)
                .filter(currency -> !currency.equals(Rates.EURO))
                .ifPresent(currency -> rates.accept(new DatedRate(day, currency, rate)));
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }

    private UnreadableRatesException fault(String what) {
        return new UnreadableRatesException(
                "line %d %s".formatted(reader.getLocation().getLineNumber(), what));
    }
}
