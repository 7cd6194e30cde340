package org.nestegg.statement.format.camt;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.nestegg.statement.format.UnreadableFileException;

/**
 * What comes in a file of XML, one after the other. Nobody vouches for the file: it has no document type and no depth, and names
 * are taken without their prefixes, bound or not.
 */
final class XmlEvents {

    private static final int MAX_DEPTH = 100;

    /** Says in which encoding the bytes were, and they are text by now. */
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]*+>");

    private final String text;
    private final XMLStreamReader reader;
    private int depth;

    /** The tag that has come last. The JDK's reader says where it stands, too, but is often mistaken. */
    private int tagBegin;

    private int tagEnd;
    private boolean tagEmpty;

    /**
     * @param from where the XML begins in the text
     * @throws UnreadableFileException if it has a document type
     */
    XmlEvents(String text, int from) throws XMLStreamException {
        Matcher declaration = DECLARATION.matcher(text).region(from, text.length());
        this.text = text;
        tagEnd = declaration.lookingAt() ? declaration.end() : from;
        refuseDocumentType(tagEnd);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // These limits are there for what a document type may do, and there is none; the depth is looked after here.
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        // Unbound prefixes are no reason to refuse a statement, and many bound ones are slow to look up.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        reader = factory.createXMLStreamReader(new StringReader(legal(text.substring(tagEnd))));
    }

    /**
     * Goes on.
     *
     * @return what has come, of {@link XMLStreamConstants}
     * @throws XMLStreamException if the XML breaks off
     * @throws UnreadableFileException if it is too deep
     */
    int next() throws XMLStreamException {
        int event = step();
        if (event == XMLStreamConstants.START_ELEMENT) {
            if (++depth > MAX_DEPTH) {
                throw new UnreadableFileException();
            }
            goToTag();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
            if (!tagEmpty) {
                goToTag();
            }
            tagEmpty = false;
        }
        return event;
    }

    /** It can only come before the first element. The JDK's reader would look into it. */
    private void refuseDocumentType(int from) {
        int at = text.indexOf('<', from);
        while (at >= 0 && skip(at) > at) {
            at = text.indexOf('<', skip(at));
        }
        if (text.startsWith("<!DOCTYPE", at)) {
            throw new UnreadableFileException();
        }
    }

    private void goToTag() {
        tagBegin = text.indexOf('<', tagEnd);
        for (int skipped = skip(tagBegin); skipped > tagBegin; skipped = skip(tagBegin)) {
            tagBegin = text.indexOf('<', skipped);
        }
        tagEnd = tagBegin + 1;
        char quote = 0;
        for (char c = text.charAt(tagEnd); c != '>' || quote != 0; c = text.charAt(++tagEnd)) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        tagEmpty = text.charAt(tagEnd - 1) == '/';
        tagEnd++;
    }

    /** Where what is no tag ends that begins here; here itself if it is one. */
    private int skip(int at) {
        if (text.startsWith("<!--", at)) {
            return after("-->", at + 4);
        } else if (text.startsWith("<![CDATA[", at)) {
            return after("]]>", at);
        }
        return text.startsWith("<?", at) ? after("?>", at) : at;
    }

    private int after(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private int step() throws XMLStreamException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            // The JDK's reader has been seen to let others out where XML is broken in odd places.
            throw new XMLStreamException(e);
        }
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** The name of the element that has begun or ended. */
    String name() {
        String name = reader.getLocalName();
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(colon + 1).intern();
    }

    /** An attribute of the element that has begun; null if it has none of that name. */
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    String text() {
        return reader.getText();
    }

    /** Where in the text the tag begins of the element that has begun or ended. */
    int begin() {
        return tagBegin;
    }

    /** Where in the text that tag ends. */
    int end() {
        return tagEnd;
    }

    /** Characters that XML does not know, but banks' texts have, are blanks. */
    private static String legal(String text) {
        char[] legal = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
                legal = legal == null ? text.toCharArray() : legal;
                legal[i] = ' ';
            }
        }
        return legal == null ? text : new String(legal);
    }
}
