package org.telescribe.devices.core.robot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Reads the kinematics of a URDF file (wiki.ros.org/urdf/XML): links, joints, limits and mimics.
/// Geometry is left to the scene.
public final class UrdfReader {
    /// A reader; it keeps nothing between files.
    public UrdfReader() {}

    /// Reads a file.
    ///
    /// @param file a URDF file
    /// @return the robot
    /// @throws RobotDescriptionException when it cannot be read; the message says file, place and
    ///     reason
    public RobotDescription read(Path file) throws RobotDescriptionException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException failure) {
            throw new RobotDescriptionException(
                    "%s cannot be read: %s. Check the path and its permissions.".formatted(file, failure.getMessage()),
                    failure);
        }
    }

    /// Reads a stream.
    ///
    /// @param in URDF text
    /// @param place where it comes from, for messages
    /// @return the robot
    /// @throws RobotDescriptionException when it cannot be read; the message says file, place and
    ///     reason
    public RobotDescription read(InputStream in, String place) throws RobotDescriptionException {
        Element robot = parse(in, place);
        if (!robot.getTagName().equals("robot")) {
            throw new RobotDescriptionException("%s: the outermost element is <%s>, not <robot>. Choose a URDF file."
                    .formatted(place, robot.getTagName()));
        }
        List<String> links = new ArrayList<>();
        List<RobotJoint> joints = new ArrayList<>();
        for (Element child : children(robot)) {
            switch (child.getTagName()) {
                case "link" -> links.add(child.getAttribute("name"));
                case "joint" -> joints.add(joint(child, place));
                default -> {
                    // materials, transmissions and simulator extensions say nothing about kinematics
                }
            }
        }
        try {
            return RobotDescription.of(robot.getAttribute("name"), links, joints);
        } catch (IllegalArgumentException reason) {
            throw new RobotDescriptionException("%s: %s.".formatted(place, reason.getMessage()), reason);
        }
    }

    private static Element parse(InputStream in, String place) throws RobotDescriptionException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(in).getDocumentElement();
        } catch (SAXException | IOException failure) {
            throw new RobotDescriptionException("%s is not XML: %s".formatted(place, failure.getMessage()), failure);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RobotJoint joint(Element element, String place) throws RobotDescriptionException {
        String name = element.getAttribute("name");
        String where = "%s, joint %s".formatted(place, name);
        RobotJoint.Kind kind = switch (element.getAttribute("type").toLowerCase(Locale.ROOT)) {
            case "revolute" -> RobotJoint.Kind.REVOLUTE;
            case "continuous" -> RobotJoint.Kind.CONTINUOUS;
            case "prismatic" -> RobotJoint.Kind.PRISMATIC;
            case "fixed" -> RobotJoint.Kind.FIXED;
            default ->
                throw new RobotDescriptionException(
                        "%s: type \"%s\" is not supported. Use revolute, continuous, prismatic or fixed."
                                .formatted(where, element.getAttribute("type")));
        };
        double[] axis = numbers(child(element, "axis"), "xyz", new double[] {1, 0, 0}, where);
        Element limit = child(element, "limit");
        double[] unsaid = {Double.NaN};
        Element mimic = child(element, "mimic");
        return new RobotJoint(
                name,
                kind,
                required(child(element, "parent"), "link", where),
                required(child(element, "child"), "link", where),
                origin(child(element, "origin"), where),
                axis[0],
                axis[1],
                axis[2],
                numbers(limit, "lower", unsaid, where)[0],
                numbers(limit, "upper", unsaid, where)[0],
                mimic == null
                        ? null
                        : new RobotJoint.Mimic(
                                required(mimic, "joint", where),
                                numbers(mimic, "multiplier", new double[] {1}, where)[0],
                                numbers(mimic, "offset", new double[] {0}, where)[0]));
    }

    private static Pose origin(@Nullable Element origin, String where) throws RobotDescriptionException {
        double[] xyz = numbers(origin, "xyz", new double[3], where);
        double[] rpy = numbers(origin, "rpy", new double[3], where);
        return Pose.ofRollPitchYaw(rpy[0], rpy[1], rpy[2], xyz[0], xyz[1], xyz[2]);
    }

    private static String required(@Nullable Element element, String attribute, String where)
            throws RobotDescriptionException {
        if (element == null || element.getAttribute(attribute).isEmpty()) {
            throw new RobotDescriptionException("%s: the attribute %s is missing.".formatted(where, attribute));
        }
        return element.getAttribute(attribute);
    }

    private static double[] numbers(@Nullable Element element, String attribute, double[] unsaid, String where)
            throws RobotDescriptionException {
        if (element == null || element.getAttribute(attribute).isBlank()) {
            return unsaid;
        }
        String[] words = element.getAttribute(attribute).strip().split("\\s+", -1);
        double[] values = new double[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                values[i] = Double.parseDouble(words[i]);
            }
        } catch (NumberFormatException reason) {
            throw new RobotDescriptionException(
                    "%s: %s=\"%s\" is not made of numbers.".formatted(where, attribute, String.join(" ", words)),
                    reason);
        }
        if (values.length != unsaid.length) {
            throw new RobotDescriptionException(
                    "%s: %s needs %d number(s), found %d.".formatted(where, attribute, unsaid.length, values.length));
        }
        return values;
    }

    private static @Nullable Element child(Element parent, String tag) {
        for (Element child : children(parent)) {
            if (child.getTagName().equals(tag)) {
                return child;
            }
        }
        return null;
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
