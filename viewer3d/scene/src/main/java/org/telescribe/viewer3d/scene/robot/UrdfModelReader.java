package org.telescribe.viewer3d.scene.robot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescription;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.telescribe.devices.core.robot.UrdfReader;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;
import org.w3c.dom.Element;

/// Reads the visual geometry of a URDF file; its kinematics are [UrdfReader]'s.
final class UrdfModelReader {
    private static final String PACKAGE = "package://";

    private final Path file;
    private final MeshShelf shelf = new MeshShelf();
    private final Map<String, Colour> materials = new HashMap<>();

    UrdfModelReader(Path file) {
        this.file = file;
    }

    RobotModel read(Element robot) throws RobotDescriptionException {
        RobotDescription description = new UrdfReader().read(file);
        for (Element child : XmlFile.children(robot)) {
            if (child.getTagName().equals("material")) {
                colour(child);
            }
        }
        List<LinkVisual> visuals = new ArrayList<>();
        Set<String> withoutMesh = new HashSet<>();
        for (Element link : XmlFile.children(robot)) {
            if (link.getTagName().equals("link")) {
                for (Element visual : XmlFile.children(link)) {
                    if (visual.getTagName().equals("visual")) {
                        add(link.getAttribute("name"), visual, description, visuals, withoutMesh);
                    }
                }
            }
        }
        if (visuals.isEmpty()) {
            shelf.note("%s has no visual geometry: its links are drawn as capsules.".formatted(file));
            Set<String> links = new HashSet<>(Set.of(description.rootLink()));
            description.joints().forEach(joint -> links.add(joint.childLink()));
            links.forEach(link -> visuals.addAll(LinkCapsules.of(description, link, NamedColours.of(""))));
        }
        return new RobotModel(description, visuals, shelf.notes());
    }

    private void add(
            String link,
            Element visual,
            RobotDescription description,
            List<LinkVisual> visuals,
            Set<String> withoutMesh)
            throws RobotDescriptionException {
        String where = "%s, link %s".formatted(file, link);
        Element material = XmlFile.child(visual, "material");
        Colour colour = material == null ? NamedColours.of("") : colour(material);
        VisualShape shape = shape(visual, link, where);
        if (shape != null) {
            visuals.add(new LinkVisual(link, origin(XmlFile.child(visual, "origin"), where), shape, colour));
        } else if (withoutMesh.add(link)) {
            visuals.addAll(LinkCapsules.of(description, link, colour));
        }
    }

    private @Nullable VisualShape shape(Element visual, String link, String where) throws RobotDescriptionException {
        Element geometry = XmlFile.child(visual, "geometry");
        List<Element> shapes = geometry == null ? List.of() : XmlFile.children(geometry);
        if (shapes.isEmpty()) {
            throw new RobotDescriptionException(
                    "%s: a visual has no geometry. Add one or remove the visual.".formatted(where));
        }
        Element shape = shapes.getFirst();
        return switch (shape.getTagName()) {
            case "box" -> {
                double[] size = XmlFile.numbers(shape.getAttribute("size"), 3, new double[] {0.1, 0.1, 0.1}, where);
                yield new VisualShape.Box(size[0], size[1], size[2]);
            }
            case "cylinder" -> new VisualShape.Cylinder(number(shape, "radius", where), number(shape, "length", where));
            case "capsule" -> new VisualShape.Capsule(number(shape, "radius", where), number(shape, "length", where));
            case "sphere" -> new VisualShape.Sphere(number(shape, "radius", where));
            case "mesh" -> {
                double[] scale = XmlFile.numbers(shape.getAttribute("scale"), 3, new double[] {1, 1, 1}, where);
                TriangleMesh mesh = shelf.find(resolve(shape.getAttribute("filename")), scale, link);
                yield mesh == null ? null : new VisualShape.Mesh(mesh);
            }
            default -> {
                shelf.note("%s: a <%s> cannot be drawn and is left out.".formatted(where, shape.getTagName()));
                yield null;
            }
        };
    }

    private static double number(Element element, String attribute, String where) throws RobotDescriptionException {
        double[] value = XmlFile.numbers(element.getAttribute(attribute), 1, new double[0], where);
        if (value.length == 0) {
            throw new RobotDescriptionException(
                    "%s: <%s> lacks %s. Correct the file.".formatted(where, element.getTagName(), attribute));
        }
        return value[0];
    }

    private static Pose origin(@Nullable Element origin, String where) throws RobotDescriptionException {
        if (origin == null) {
            return Pose.IDENTITY;
        }
        double[] xyz = XmlFile.numbers(origin.getAttribute("xyz"), 3, new double[3], where);
        double[] rpy = XmlFile.numbers(origin.getAttribute("rpy"), 3, new double[3], where);
        return Pose.ofRollPitchYaw(rpy[0], rpy[1], rpy[2], xyz[0], xyz[1], xyz[2]);
    }

    private Colour colour(Element material) throws RobotDescriptionException {
        String name = material.getAttribute("name");
        Element colour = XmlFile.child(material, "color");
        if (colour == null) {
            return materials.getOrDefault(name, NamedColours.of(name));
        }
        String where = "%s, material %s".formatted(file, name);
        double[] rgba = XmlFile.numbers(colour.getAttribute("rgba"), 3, new double[] {0.8, 0.8, 0.8, 1}, where);
        Colour found = NamedColours.of(rgba);
        materials.put(name, found);
        return found;
    }

    /// A mesh's file: beside the description, or for `package://` in the folder of that name or of the
    /// description's parents.
    private Path resolve(String said) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return Path.of(said);
        }
        if (said.startsWith("file://")) {
            return Path.of(said.substring("file://".length()));
        }
        if (!said.startsWith(PACKAGE)) {
            return folder.resolve(said);
        }
        String inPackage = said.substring(PACKAGE.length());
        String rest = inPackage.substring(inPackage.indexOf('/') + 1);
        for (Path above = folder; above != null; above = above.getParent()) {
            for (String tail : List.of(inPackage, rest)) {
                Path candidate = above.resolve(tail);
                if (Files.isRegularFile(candidate)) {
                    return candidate;
                }
            }
        }
        return folder.resolve(rest);
    }
}
