package org.nestegg.statement.format.camt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.nestegg.statement.format.Words;

/** An element of XML with what is in it; elements that have nothing are left out. */
final class XmlNode {

    /** Nothing that a statement says in one element is longer; the rest is left out. */
    private static final int MAX_TEXT = 100_000;

    final String name;

    /** Of an amount; null elsewhere. */
    final String currency;

    /** Where it begins in the file's text, and where it ends. */
    final int begin;

    private int end;
    private String text;
    private XmlNode first;
    private XmlNode last;
    private XmlNode next;

    private XmlNode(XmlEvents xml) {
        name = xml.name();
        currency = xml.attribute("Ccy");
        begin = xml.begin();
    }

    /** Reads the element that has just begun, to its end. */
    static XmlNode read(XmlEvents xml) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        XmlNode root = new XmlNode(xml);
        open.push(root);
        StringBuilder text = new StringBuilder();
        while (!open.isEmpty()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.push(new XmlNode(xml));
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < MAX_TEXT) {
                        text.append(Words.cut(xml.text(), MAX_TEXT - text.length()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlNode closed = open.pop();
                    closed.end = xml.end();
                    closed.text = closed.first == null ? Words.collapse(text.toString()) : null;
                    text.setLength(0);
                    if (!open.isEmpty() && !(closed.first == null && closed.text == null)) {
                        open.peek().add(closed);
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException();
                default -> {}
            }
        }
        return root;
    }

    private void add(XmlNode child) {
        if (first == null) {
            first = child;
        } else {
            last.next = child;
        }
        last = child;
    }

    /** Its text, with one space for each run of white space; null if it has none. */
    String text() {
        return text;
    }

    /** The text of the first element on a path from here; null if there is none. */
    String text(String... path) {
        XmlNode found = find(path);
        return found == null ? null : found.text;
    }

    /** The first element on a path from here; null if there is none. */
    XmlNode find(String... path) {
        XmlNode at = this;
        for (String step : path) {
            XmlNode child = at.first;
            while (child != null && !child.name.equals(step)) {
                child = child.next;
            }
            if (child == null) {
                return null;
            }
            at = child;
        }
        return at;
    }

    /** All elements of a name in all elements of another. */
    List<XmlNode> all(String outer, String inner) {
        List<XmlNode> all = new ArrayList<>();
        for (XmlNode child : children(outer)) {
            all.addAll(child.children(inner));
        }
        return all;
    }

    private List<XmlNode> children(String named) {
        List<XmlNode> children = new ArrayList<>();
        for (XmlNode child = first; child != null; child = child.next) {
            if (child.name.equals(named)) {
                children.add(child);
            }
        }
        return children;
    }

    /** The element as the file has it, as far as a row shows it. */
    String source(String source) {
        return Words.source(source, begin, end);
    }
}
