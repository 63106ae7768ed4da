package org.telescribe.viewer3d.scene.robot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.w3c.dom.Element;

/// An MJCF model with its includes put in place, and the settings of its compiler.
final class MjcfFile {
    private final Path file;
    private final Path folder;
    private final Element root;
    private boolean isDegrees = true;
    private boolean hasAutoLimits = true;
    private String eulerSequence = "xyz";
    private String meshFolder = "";

    private MjcfFile(Path file, Path folder, Element root) {
        this.file = file;
        this.folder = folder;
        this.root = root;
    }

    static MjcfFile read(Path file) throws RobotDescriptionException {
        Path full = file.toAbsolutePath().normalize();
        Path folder = full.getParent();
        MjcfFile model = new MjcfFile(file, folder == null ? full : folder, XmlFile.read(full));
        Set<Path> reading = new LinkedHashSet<>();
        reading.add(full);
        model.include(model.root, model.folder, reading);
        for (Element compiler : model.sections("compiler")) {
            model.compile(compiler);
        }
        return model;
    }

    private void include(Element parent, Path from, Set<Path> reading) throws RobotDescriptionException {
        for (Element child : XmlFile.children(parent)) {
            if (!child.getTagName().equals("include")) {
                include(child, from, reading);
                continue;
            }
            String said = child.getAttribute("file");
            Path included = folder.resolve(said).normalize();
            if (!Files.isRegularFile(included)) {
                included = from.resolve(said).normalize();
            }
            if (!reading.add(included)) {
                throw new RobotDescriptionException(
                        "%s: %s includes itself. Remove the include.".formatted(file, included));
            }
            Element content = XmlFile.read(included);
            Path includedFolder = included.getParent();
            include(content, includedFolder == null ? folder : includedFolder, reading);
            for (Element inner : XmlFile.children(content)) {
                parent.insertBefore(parent.getOwnerDocument().importNode(inner, true), child);
            }
            parent.removeChild(child);
            reading.remove(included);
        }
    }

    private void compile(Element compiler) throws RobotDescriptionException {
        if (compiler.hasAttribute("angle")) {
            isDegrees = !compiler.getAttribute("angle").equals("radian");
        }
        if (compiler.hasAttribute("autolimits")) {
            hasAutoLimits = compiler.getAttribute("autolimits").equals("true");
        }
        if (compiler.hasAttribute("eulerseq")) {
            eulerSequence = compiler.getAttribute("eulerseq");
        }
        if (compiler.hasAttribute("assetdir")) {
            meshFolder = compiler.getAttribute("assetdir");
        }
        if (compiler.hasAttribute("meshdir")) {
            meshFolder = compiler.getAttribute("meshdir");
        }
        if (compiler.getAttribute("coordinate").equals("global")) {
            throw new RobotDescriptionException(
                    "%s: places in global coordinates cannot be read. Save the model anew with a current MuJoCo."
                            .formatted(file));
        }
    }

    Path file() {
        return file;
    }

    String modelName() {
        return root.hasAttribute("model") ? root.getAttribute("model") : "robot";
    }

    /// {@return an angle in radians}
    double radians(double angle) {
        return isDegrees ? Math.toRadians(angle) : angle;
    }

    boolean hasAutoLimits() {
        return hasAutoLimits;
    }

    String eulerSequence() {
        return eulerSequence;
    }

    Path meshFile(String said) {
        return folder.resolve(meshFolder).resolve(said);
    }

    /// {@return all outermost elements of a name, such as `worldbody`}
    List<Element> sections(String tag) {
        List<Element> found = new ArrayList<>();
        for (Element child : XmlFile.children(root)) {
            if (child.getTagName().equals(tag)) {
                found.add(child);
            }
        }
        return found;
    }

    /// {@return the children of all outermost elements of a name}
    List<Element> contents(String tag) {
        List<Element> found = new ArrayList<>();
        sections(tag).forEach(section -> found.addAll(XmlFile.children(section)));
        return found;
    }
}
