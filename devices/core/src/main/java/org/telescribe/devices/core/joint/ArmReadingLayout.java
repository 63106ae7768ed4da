package org.telescribe.devices.core.joint;

/// Which lane of a [org.telescribe.devices.core.handover.Lanes] holds what, for one reading of one arm.
///
/// | lane | what |
/// |---|---|
/// | 0 | when the request's first byte was written, session clock, ns |
/// | 1 | when the reply's last byte was read, session clock, ns |
/// | 2 | number of the reading, growing by one for each attempt |
/// | 3 | outcome: ordinal of [org.telescribe.devices.core.port.BusOutcome] |
/// | 4 | packets lost or unusable on this bus so far |
/// | 5.. | positions, radians; then velocities, radians per second; then currents, amperes |
///
/// When the outcome is neither OK nor ALERT, positions, velocities and currents are those of the last
/// good reading, and lane 1 still says when that one arrived.
///
/// @param joints number of joints
public record ArmReadingLayout(int joints) {
    /// Lane of the request's moment, ns.
    public static final int REQUEST_NANOS = 0;
    /// Lane of the arrival's moment, ns.
    public static final int ARRIVAL_NANOS = 1;
    /// Lane of the reading's number.
    public static final int SEQUENCE = 2;
    /// Lane of the outcome's ordinal.
    public static final int OUTCOME = 3;
    /// Lane of the count of lost or unusable packets.
    public static final int FAULTS = 4;

    private static final int FIRST_JOINT = 5;

    /// {@return number of lanes}
    public int size() {
        return FIRST_JOINT + 3 * joints;
    }

    /// {@return lane of its position, radians}
    ///
    /// @param joint index of the joint
    public int position(int joint) {
        return FIRST_JOINT + joint;
    }

    /// {@return lane of its velocity, radians per second}
    ///
    /// @param joint index of the joint
    public int velocity(int joint) {
        return FIRST_JOINT + joints + joint;
    }

    /// {@return lane of its current, amperes}
    ///
    /// @param joint index of the joint
    public int current(int joint) {
        return FIRST_JOINT + 2 * joints + joint;
    }
}
