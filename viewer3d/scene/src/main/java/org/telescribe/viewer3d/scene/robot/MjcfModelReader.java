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
import org.telescribe.devices.core.robot.RobotJoint;
import org.telescribe.devices.core.robot.RobotJoint.Kind;
import org.telescribe.devices.core.robot.RobotJoint.Mimic;
import org.w3c.dom.Element;

/// Reads the kinematic part of an MJCF model: bodies, hinges and slides become links and joints, sites
/// become links that nothing moves. The root link is the world. A body that floats freely stays where the
/// model puts it.
final class MjcfModelReader {
    private static final String WORLD = "world";

    private final MjcfFile model;
    private final MjcfDefaults defaults;
    private final MjcfPlacement placement;
    private final MjcfGeoms geoms;
    private final MeshShelf shelf = new MeshShelf();
    private final List<String> links = new ArrayList<>(List.of(WORLD));
    private final List<RobotJoint> joints = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(WORLD));
    private final Map<String, Mimic> mimics = new HashMap<>();
    private final Map<String, Double> references = new HashMap<>();

    private MjcfModelReader(MjcfFile model) {
        this.model = model;
        this.defaults = new MjcfDefaults(model);
        this.placement = new MjcfPlacement(model, defaults);
        this.geoms = new MjcfGeoms(model, defaults, placement, shelf);
    }

    static RobotModel read(Path file) throws RobotDescriptionException {
        return new MjcfModelReader(MjcfFile.read(file)).read();
    }

    private RobotModel read() throws RobotDescriptionException {
        for (Element world : model.sections("worldbody")) {
            contents(world, WORLD, "");
        }
        readMimics();
        List<RobotJoint> following = new ArrayList<>();
        for (RobotJoint joint : joints) {
            following.add(withMimic(joint, mimics.get(joint.name())));
        }
        RobotDescription description;
        try {
            description = RobotDescription.of(model.modelName(), links, following);
        } catch (IllegalArgumentException reason) {
            throw new RobotDescriptionException(
                    "%s: %s. Correct the file.".formatted(model.file(), reason.getMessage()), reason);
        }
        return new RobotModel(description, geoms.visuals(description), shelf.notes());
    }

    private void contents(Element parent, String link, String childClass) throws RobotDescriptionException {
        for (Element child : XmlFile.children(parent)) {
            switch (child.getTagName()) {
                case "body" -> body(child, link, childClass);
                case "geom" -> geoms.add(child, link, childClass);
                case "site" -> site(child, link, childClass);
                case "frame" -> frame(child, link, childClass);
                default -> {
                    // lights, cameras and inertia say nothing about links; joints were read with their body
                }
            }
        }
    }

    /// A frame only places what is in it: a link that nothing moves.
    private void frame(Element element, String link, String childClass) throws RobotDescriptionException {
        String name = unused(link + "/frame");
        fixed(name, link, placement.pose(element, childClass, where(element)));
        contents(element, name, handedDown(element, childClass));
    }

    private static String handedDown(Element element, String childClass) {
        return element.hasAttribute("childclass") ? element.getAttribute("childclass") : childClass;
    }

    private void body(Element body, String parent, String outerClass) throws RobotDescriptionException {
        String childClass = handedDown(body, outerClass);
        String name = unused(body.hasAttribute("name") ? body.getAttribute("name") : parent + "/body");
        Pose pose = placement.pose(body, childClass, where(body));
        List<Element> moving = new ArrayList<>();
        for (Element child : XmlFile.children(body)) {
            if (child.getTagName().equals("freejoint") || child.getTagName().equals("joint")) {
                moving.add(child);
            }
        }
        String link = parent;
        Pose linkFromNext = pose;
        for (Element joint : moving) {
            String kind = defaults.value(joint, "type", childClass);
            if (joint.getTagName().equals("freejoint") || kind.equals("free") || kind.equals("ball")) {
                shelf.note("%s: %s %s, it is drawn where the file puts it."
                        .formatted(model.file(), name, kind.equals("ball") ? "turns freely" : "floats freely"));
                continue;
            }
            String next = unused(name + "/after " + jointName(joint, name));
            linkFromNext = joint(joint, kind, childClass, name, link, next, linkFromNext);
            link = next;
        }
        place(name, link, linkFromNext, parent);
        contents(body, name, childClass);
    }

    /// The body itself; it is the last joint's link when nothing lies between.
    private void place(String name, String link, Pose linkFromBody, String parent) {
        if (!link.equals(parent) && linkFromBody.equals(Pose.IDENTITY)) {
            RobotJoint last = joints.removeLast();
            links.remove(link);
            names.remove(link);
            joints.add(new RobotJoint(
                    last.name(),
                    last.kind(),
                    last.parentLink(),
                    name,
                    last.parentFromJoint(),
                    last.axisX(),
                    last.axisY(),
                    last.axisZ(),
                    last.lower(),
                    last.upper(),
                    null));
            links.add(name);
        } else {
            fixed(name, link, linkFromBody);
        }
    }

    private String jointName(Element joint, String body) {
        return joint.hasAttribute("name") ? joint.getAttribute("name") : body + "/joint";
    }

    /// Adds a joint.
    ///
    /// @return pose of what comes next in the joint's child link
    private Pose joint(
            Element element, String kind, String childClass, String body, String link, String child, Pose linkFromBody)
            throws RobotDescriptionException {
        String where = "%s, joint %s".formatted(model.file(), jointName(element, body));
        boolean slides = kind.equals("slide");
        double[] at = placement.numbers(element, "pos", childClass, 3, new double[3], where);
        double[] axis = placement.numbers(element, "axis", childClass, 3, new double[] {0, 0, 1}, where);
        double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
        double x = axis[0] / length;
        double y = axis[1] / length;
        double z = axis[2] / length;
        double said = placement.numbers(element, "ref", childClass, 1, new double[] {0}, where)[0];
        double ref = slides ? said : model.radians(said);
        Pose back = slides ? Pose.translation(-ref * x, -ref * y, -ref * z) : Pose.rotation(x, y, z, -ref);
        Pose offset = slides ? Pose.IDENTITY : Pose.translation(at[0], at[1], at[2]);
        double[] range = range(element, slides, childClass, where);
        String name = jointName(element, body);
        references.put(name, ref);
        links.add(child);
        joints.add(new RobotJoint(
                name,
                slides ? Kind.PRISMATIC : Double.isNaN(range[0]) ? Kind.CONTINUOUS : Kind.REVOLUTE,
                link,
                child,
                linkFromBody.times(offset).times(ref == 0 ? Pose.IDENTITY : back),
                x,
                y,
                z,
                range[0],
                range[1],
                null));
        boolean centred = slides || (at[0] == 0 && at[1] == 0 && at[2] == 0);
        return centred ? Pose.IDENTITY : offset.inverse();
    }

    private double[] range(Element joint, boolean slides, String childClass, String where)
            throws RobotDescriptionException {
        double[] range = placement.numbers(joint, "range", childClass, 2, new double[0], where);
        String limited = defaults.value(joint, "limited", childClass);
        boolean holds = limited.equals("true") || (!limited.equals("false") && model.hasAutoLimits());
        if (range.length < 2 || !holds) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return slides ? range : new double[] {model.radians(range[0]), model.radians(range[1])};
    }

    private void site(Element site, String link, String childClass) throws RobotDescriptionException {
        if (site.hasAttribute("name")) {
            String name = names.contains(site.getAttribute("name"))
                    ? site.getAttribute("name") + " site"
                    : site.getAttribute("name");
            fixed(unused(name), link, placement.pose(site, childClass, where(site)));
        }
    }

    private void fixed(String name, String link, Pose linkFromChild) {
        links.add(name);
        joints.add(new RobotJoint(
                "to " + name, Kind.FIXED, link, name, linkFromChild, 0, 0, 1, Double.NaN, Double.NaN, null));
    }

    private String unused(String wanted) {
        String name = wanted;
        int number = 2;
        while (!names.add(name)) {
            name = wanted + " " + number++;
        }
        return name;
    }

    private String where(Element element) {
        return "%s, %s %s".formatted(model.file(), element.getTagName(), element.getAttribute("name"));
    }

    private void readMimics() throws RobotDescriptionException {
        for (Element equality : model.contents("equality")) {
            String follower = equality.getAttribute("joint1");
            String leader = equality.getAttribute("joint2");
            if (!equality.getTagName().equals("joint") || leader.isEmpty()) {
                continue;
            }
            double[] poly =
                    placement.numbers(equality, "polycoef", "", 1, new double[] {0, 1, 0, 0, 0}, where(equality));
            double factor = poly.length > 1 ? poly[1] : 0;
            for (int i = 2; i < poly.length; i++) {
                if (poly[i] != 0) {
                    shelf.note("%s: joint %s follows %s by a curve, it is drawn by its straight part."
                            .formatted(model.file(), follower, leader));
                }
            }
            double offset =
                    poly[0] + references.getOrDefault(follower, 0.0) - factor * references.getOrDefault(leader, 0.0);
            mimics.put(follower, new Mimic(leader, factor, offset));
        }
    }

    private static RobotJoint withMimic(RobotJoint joint, @Nullable Mimic mimic) {
        return mimic == null
                ? joint
                : new RobotJoint(
                        joint.name(),
                        joint.kind(),
                        joint.parentLink(),
                        joint.childLink(),
                        joint.parentFromJoint(),
                        joint.axisX(),
                        joint.axisY(),
                        joint.axisZ(),
                        joint.lower(),
                        joint.upper(),
                        mimic);
    }
}
