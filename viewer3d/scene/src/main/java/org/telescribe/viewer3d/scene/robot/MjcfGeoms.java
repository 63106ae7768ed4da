package org.telescribe.viewer3d.scene.robot;

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
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;
import org.w3c.dom.Element;

/// The geoms of an MJCF model as visuals: those of group 2 where there are any, else all of groups 0 to
/// 2, each once.
final class MjcfGeoms {
    private static final int VISUAL_GROUP = 2;

    private final MjcfFile model;
    private final MjcfDefaults defaults;
    private final MjcfPlacement placement;
    private final MeshShelf shelf;
    private final Map<String, Element> meshes = new HashMap<>();
    private final Map<String, Colour> materials = new HashMap<>();
    private final List<Geom> found = new ArrayList<>();

    private record Geom(
            int group,
            String link,
            Pose linkFromGeom,
            @Nullable VisualShape shape,
            Colour colour) {}

    MjcfGeoms(MjcfFile model, MjcfDefaults defaults, MjcfPlacement placement, MeshShelf shelf) {
        this.model = model;
        this.defaults = defaults;
        this.placement = placement;
        this.shelf = shelf;
        for (Element asset : model.contents("asset")) {
            if (asset.getTagName().equals("mesh")) {
                String file = asset.getAttribute("file");
                Path last = Path.of(file).getFileName();
                String stem = last == null ? file : last.toString().replaceFirst("\\.[^.]*$", "");
                meshes.put(asset.hasAttribute("name") ? asset.getAttribute("name") : stem, asset);
            }
        }
    }

    void add(Element geom, String link, String childClass) throws RobotDescriptionException {
        String where = "%s, geom %s of %s".formatted(model.file(), geom.getAttribute("name"), link);
        String mesh = defaults.value(geom, "mesh", childClass);
        String said = defaults.value(geom, "type", childClass);
        String type = !mesh.isEmpty() ? "mesh" : said.isEmpty() ? "sphere" : said;
        if (type.equals("plane") || type.equals("hfield") || type.equals("sdf")) {
            return;
        }
        double[] size = placement.numbers(geom, "size", childClass, 1, new double[] {0.01, 0.01, 0.01}, where);
        double[] ends = placement.numbers(geom, "fromto", childClass, 6, new double[0], where);
        Pose pose = ends.length >= 6
                ? LinkCapsules.between(ends[0], ends[1], ends[2], ends[3], ends[4], ends[5])
                : placement.pose(geom, childClass, where);
        double length = ends.length >= 6
                ? Math.hypot(Math.hypot(ends[3] - ends[0], ends[4] - ends[1]), ends[5] - ends[2])
                : 2 * part(size, 1);
        VisualShape shape = switch (type) {
            case "mesh" -> mesh(mesh, link, where);
            case "box" -> new VisualShape.Box(2 * size[0], 2 * part(size, 1), 2 * part(size, 2));
            case "cylinder" -> new VisualShape.Cylinder(size[0], length);
            case "capsule" -> new VisualShape.Capsule(size[0], length);
            case "sphere" -> new VisualShape.Sphere(size[0]);
            case "ellipsoid" -> {
                shelf.note("%s: an ellipsoid is drawn as a sphere.".formatted(where));
                yield new VisualShape.Sphere((size[0] + part(size, 1) + part(size, 2)) / 3);
            }
            default ->
                throw new RobotDescriptionException(
                        "%s: type \"%s\" is not known. Correct the file.".formatted(where, type));
        };
        double group = placement.numbers(geom, "group", childClass, 1, new double[] {0}, where)[0];
        found.add(new Geom((int) group, link, pose, shape, colour(geom, childClass, where)));
    }

    private static double part(double[] size, int index) {
        return size.length > index ? size[index] : size[size.length - 1];
    }

    private @Nullable VisualShape mesh(String name, String link, String where) throws RobotDescriptionException {
        Element asset = meshes.get(name);
        if (asset == null) {
            throw new RobotDescriptionException(
                    "%s: mesh \"%s\" is not among the assets. Add it to <asset>.".formatted(where, name));
        }
        double[] scale = placement.numbers(asset, "scale", "", 3, new double[] {1, 1, 1}, where);
        TriangleMesh mesh = shelf.find(model.meshFile(asset.getAttribute("file")), scale, link);
        return mesh == null ? null : new VisualShape.Mesh(mesh);
    }

    private Colour colour(Element geom, String childClass, String where) throws RobotDescriptionException {
        double[] rgba = placement.numbers(geom, "rgba", childClass, 3, new double[0], where);
        if (rgba.length >= 3) {
            return NamedColours.of(rgba);
        }
        String material = defaults.value(geom, "material", childClass);
        Colour known = materials.get(material);
        if (known != null) {
            return known;
        }
        Colour colour = NamedColours.of(material);
        for (Element asset : model.contents("asset")) {
            if (asset.getTagName().equals("material")
                    && asset.getAttribute("name").equals(material)) {
                double[] said = placement.numbers(asset, "rgba", "", 3, new double[0], where);
                colour = said.length >= 3 ? NamedColours.of(said) : colour;
            }
        }
        materials.put(material, colour);
        return colour;
    }

    List<LinkVisual> visuals(RobotDescription description) {
        boolean hasVisuals = found.stream().anyMatch(geom -> geom.group() == VISUAL_GROUP);
        boolean hasUsual = found.stream().anyMatch(geom -> geom.group() <= VISUAL_GROUP);
        Set<String> linksWithVisuals = new HashSet<>();
        for (Geom geom : found) {
            if (geom.group() == VISUAL_GROUP) {
                linksWithVisuals.add(geom.link());
            }
        }
        List<LinkVisual> visuals = new ArrayList<>();
        Set<LinkVisual> shown = new HashSet<>();
        Set<String> withCapsules = new HashSet<>();
        for (Geom geom : found) {
            boolean isDrawn = hasVisuals
                    ? geom.group() == VISUAL_GROUP
                            || (geom.group() < VISUAL_GROUP && !linksWithVisuals.contains(geom.link()))
                    : geom.group() <= VISUAL_GROUP || !hasUsual;
            if (!isDrawn) {
                continue;
            }
            if (geom.shape() == null) {
                if (withCapsules.add(geom.link())) {
                    visuals.addAll(LinkCapsules.of(description, geom.link(), geom.colour()));
                }
                continue;
            }
            LinkVisual visual = new LinkVisual(geom.link(), geom.linkFromGeom(), geom.shape(), geom.colour());
            if (shown.add(visual)) {
                visuals.add(visual);
            }
        }
        return visuals;
    }
}
