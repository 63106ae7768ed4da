package org.telescribe.viewer3d.scene.robot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Reads XML files and the numbers in their attributes.
final class XmlFile {
    private XmlFile() {}

    static Element read(Path file) throws RobotDescriptionException {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(in).getDocumentElement();
        } catch (SAXException failure) {
            throw new RobotDescriptionException(
                    "%s is not XML: %s Choose a URDF or MJCF file.".formatted(file, failure.getMessage()), failure);
        } catch (IOException failure) {
            throw new RobotDescriptionException(
                    "%s cannot be read: %s. Check the path and its permissions.".formatted(file, failure.getMessage()),
                    failure);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static @Nullable Element child(Element parent, String tag) {
        for (Element child : children(parent)) {
            if (child.getTagName().equals(tag)) {
                return child;
            }
        }
        return null;
    }

    /// The numbers of a text.
    ///
    /// @param text numbers with white space between; blank gives `unsaid`
    /// @param least how few there may be
    /// @param unsaid what holds when there is no text
    /// @param where file and element, for messages
    static double[] numbers(String text, int least, double[] unsaid, String where) throws RobotDescriptionException {
        if (text.isBlank()) {
            return unsaid;
        }
        String[] words = text.strip().split("[\\s,]+", -1);
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                values[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException reason) {
                throw new RobotDescriptionException(
                        "%s: \"%s\" is not a number. Correct the file.".formatted(where, words[i]), reason);
            }
        }
        if (values.length < least) {
            throw new RobotDescriptionException("%s: \"%s\" has %d number(s), %d are needed. Correct the file."
                    .formatted(where, text.strip(), values.length, least));
        }
        return values;
    }
}
