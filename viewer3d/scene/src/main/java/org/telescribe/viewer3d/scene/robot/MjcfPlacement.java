package org.telescribe.viewer3d.scene.robot;

import org.telescribe.devices.core.robot.Pose;
import org.telescribe.devices.core.robot.RobotDescriptionException;
import org.w3c.dom.Element;

/// Poses as MJCF writes them: a place, and one of five ways to say a direction.
final class MjcfPlacement {
    private final MjcfFile model;
    private final MjcfDefaults defaults;

    MjcfPlacement(MjcfFile model, MjcfDefaults defaults) {
        this.model = model;
        this.defaults = defaults;
    }

    Pose pose(Element element, String childClass, String where) throws RobotDescriptionException {
        double[] at = numbers(element, "pos", childClass, 3, new double[3], where);
        return Pose.translation(at[0], at[1], at[2]).times(direction(element, childClass, where));
    }

    private Pose direction(Element element, String childClass, String where) throws RobotDescriptionException {
        double[] none = {};
        double[] q = numbers(element, "quat", childClass, 4, none, where);
        if (q.length >= 4) {
            return ofQuaternion(q[0], q[1], q[2], q[3]);
        }
        double[] a = numbers(element, "axisangle", childClass, 4, none, where);
        if (a.length >= 4) {
            return Pose.rotation(a[0], a[1], a[2], model.radians(a[3]));
        }
        double[] e = numbers(element, "euler", childClass, 3, none, where);
        if (e.length >= 3) {
            return ofEuler(e);
        }
        double[] xy = numbers(element, "xyaxes", childClass, 6, none, where);
        if (xy.length >= 6) {
            return ofAxes(xy);
        }
        double[] z = numbers(element, "zaxis", childClass, 3, none, where);
        return z.length >= 3 ? LinkCapsules.turningZTo(z[0], z[1], z[2]) : Pose.IDENTITY;
    }

    double[] numbers(Element element, String attribute, String childClass, int least, double[] unsaid, String where)
            throws RobotDescriptionException {
        return XmlFile.numbers(defaults.value(element, attribute, childClass), least, unsaid, where + ", " + attribute);
    }

    static Pose ofQuaternion(double w, double x, double y, double z) {
        double n = Math.sqrt(w * w + x * x + y * y + z * z);
        if (n < 1e-12) {
            return Pose.IDENTITY;
        }
        double a = w / n;
        double b = x / n;
        double c = y / n;
        double d = z / n;
        return new Pose(
                a * a + b * b - c * c - d * d,
                2 * (b * c - a * d),
                2 * (b * d + a * c),
                2 * (b * c + a * d),
                a * a - b * b + c * c - d * d,
                2 * (c * d - a * b),
                2 * (b * d - a * c),
                2 * (c * d + a * b),
                a * a - b * b - c * c + d * d,
                0,
                0,
                0);
    }

    /// Small letters turn about the axes that were already turned, capital ones about the fixed ones.
    private Pose ofEuler(double[] angles) {
        Pose turned = Pose.IDENTITY;
        String sequence = model.eulerSequence();
        for (int i = 0; i < Math.min(3, sequence.length()); i++) {
            char letter = sequence.charAt(i);
            char axis = Character.toLowerCase(letter);
            Pose step = Pose.rotation(
                    axis == 'x' ? 1 : 0, axis == 'y' ? 1 : 0, axis == 'z' ? 1 : 0, model.radians(angles[i]));
            turned = Character.isLowerCase(letter) ? turned.times(step) : step.times(turned);
        }
        return turned;
    }

    private static Pose ofAxes(double[] xy) {
        double[] x = unit(xy[0], xy[1], xy[2]);
        double along = x[0] * xy[3] + x[1] * xy[4] + x[2] * xy[5];
        double[] y = unit(xy[3] - along * x[0], xy[4] - along * x[1], xy[5] - along * x[2]);
        double[] z = {x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]};
        return new Pose(x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2], 0, 0, 0);
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.max(1e-12, Math.sqrt(x * x + y * y + z * z));
        return new double[] {x / length, y / length, z / length};
    }
}
