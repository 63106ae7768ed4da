package org.telescribe.viewer3d.scene.path;

import java.util.Arrays;
import org.telescribe.viewer3d.scene.mesh.Bounds;

/// Where an end effector was and whether its gripper was closed, in the order of time. Immutable.
/// Equality is identity, so that a renderer uploads each path once.
public final class EndEffectorPath {
    private final long[] timesNanos;
    private final float[] positionsMetres;
    private final boolean[] gripperClosed;

    private EndEffectorPath(long[] timesNanos, float[] positionsMetres, boolean[] gripperClosed) {
        this.timesNanos = timesNanos;
        this.positionsMetres = positionsMetres;
        this.gripperClosed = gripperClosed;
    }

    /// Copies and checks.
    ///
    /// @param timesNanos moments, never decreasing, nanoseconds
    /// @param positionsMetres x, y, z in the scene at each moment, metres
    /// @param gripperClosed whether the gripper was closed at each moment
    /// @return the path
    public static EndEffectorPath of(long[] timesNanos, float[] positionsMetres, boolean[] gripperClosed) {
        if (positionsMetres.length != 3 * timesNanos.length || gripperClosed.length != timesNanos.length) {
            throw new IllegalArgumentException("%d moments, %d places and %d grippers do not make a path"
                    .formatted(timesNanos.length, positionsMetres.length / 3, gripperClosed.length));
        }
        for (int i = 1; i < timesNanos.length; i++) {
            if (timesNanos[i] < timesNanos[i - 1]) {
                throw new IllegalArgumentException("moment %d of the path lies %d ns before the one before it"
                        .formatted(i, timesNanos[i - 1] - timesNanos[i]));
            }
        }
        return new EndEffectorPath(timesNanos.clone(), positionsMetres.clone(), gripperClosed.clone());
    }

    /// {@return number of moments}
    public int size() {
        return timesNanos.length;
    }

    /// {@return a moment, nanoseconds}
    ///
    /// @param index from 0
    public long timeNanos(int index) {
        return timesNanos[index];
    }

    /// {@return x at a moment, metres}
    ///
    /// @param index from 0
    public float xMetres(int index) {
        return positionsMetres[3 * index];
    }

    /// {@return y at a moment, metres}
    ///
    /// @param index from 0
    public float yMetres(int index) {
        return positionsMetres[3 * index + 1];
    }

    /// {@return z at a moment, metres}
    ///
    /// @param index from 0
    public float zMetres(int index) {
        return positionsMetres[3 * index + 2];
    }

    /// {@return whether the gripper was closed at a moment}
    ///
    /// @param index from 0
    public boolean gripperClosed(int index) {
        return gripperClosed[index];
    }

    /// {@return a moment's place between the first and the last one, 0 to 1}
    ///
    /// @param atNanos the moment
    public double share(long atNanos) {
        if (timesNanos.length < 2 || timesNanos[timesNanos.length - 1] == timesNanos[0]) {
            return 0;
        }
        double length = timesNanos[timesNanos.length - 1] - timesNanos[0];
        return Math.max(0, Math.min(1, (atNanos - timesNanos[0]) / length));
    }

    /// {@return the greatest index whose moment is not after a time; -1 before the first one}
    ///
    /// @param atNanos the time
    public int indexAt(long atNanos) {
        int found = Arrays.binarySearch(timesNanos, atNanos);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < timesNanos.length && timesNanos[found + 1] == atNanos) {
            found++;
        }
        return found;
    }

    /// {@return the box that holds it}
    public Bounds bounds() {
        Bounds bounds = Bounds.NONE;
        for (int i = 0; i < size(); i++) {
            bounds = bounds.with(xMetres(i), yMetres(i), zMetres(i));
        }
        return bounds;
    }

    /// {@return the part of this path between two moments, both included}
    ///
    /// @param fromNanos the earlier moment
    /// @param toNanos the later moment
    public EndEffectorPath between(long fromNanos, long toNanos) {
        int from = 0;
        int to = size();
        while (from < to && timesNanos[from] < fromNanos) {
            from++;
        }
        while (to > from && timesNanos[to - 1] > toNanos) {
            to--;
        }
        return new EndEffectorPath(
                Arrays.copyOfRange(timesNanos, from, to),
                Arrays.copyOfRange(positionsMetres, 3 * from, 3 * to),
                Arrays.copyOfRange(gripperClosed, from, to));
    }

    /// A path with fewer moments that looks the same: of each stretch it keeps the first moment and the
    /// ones with the least and the greatest distance from the stretch's chord, so that no detour is lost;
    /// and both ends and each moment at which the gripper closed or opened.
    ///
    /// @param most about how many moments to keep; those of the gripper come on top
    /// @return a path of existing moments; this one if it is short enough
    public EndEffectorPath decimated(int most) {
        if (size() <= most || most < 6) {
            return this;
        }
        boolean[] kept = new boolean[size()];
        int stretches = Math.max(1, (most - 2) / 3);
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) size() * stretch / stretches);
            int to = (int) ((long) size() * (stretch + 1) / stretches);
            if (from < to) {
                keepExtremes(from, to, kept);
            }
        }
        kept[size() - 1] = true;
        for (int i = 1; i < size(); i++) {
            if (gripperClosed[i] != gripperClosed[i - 1]) {
                kept[i - 1] = true;
                kept[i] = true;
            }
        }
        return only(kept);
    }

    private void keepExtremes(int from, int to, boolean[] kept) {
        int last = to - 1;
        int least = from;
        int greatest = from;
        double min = Double.MAX_VALUE;
        double max = -1;
        for (int i = from + 1; i < last; i++) {
            double away = PathGeometry.squaredDistanceFromChord(
                    positionsMetres, 3 * i, positionsMetres, 3 * from, positionsMetres, 3 * last, 3);
            if (away > max) {
                max = away;
                greatest = i;
            }
            if (away < min) {
                min = away;
                least = i;
            }
        }
        kept[from] = true;
        kept[least] = true;
        kept[greatest] = true;
    }

    private EndEffectorPath only(boolean[] kept) {
        int count = 0;
        for (boolean keep : kept) {
            count += keep ? 1 : 0;
        }
        long[] times = new long[count];
        float[] places = new float[3 * count];
        boolean[] closed = new boolean[count];
        int at = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                times[at] = timesNanos[i];
                System.arraycopy(positionsMetres, 3 * i, places, 3 * at, 3);
                closed[at] = gripperClosed[i];
                at++;
            }
        }
        return new EndEffectorPath(times, places, closed);
    }
}
