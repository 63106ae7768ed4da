package org.telescribe.devices.core.port;

import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.joint.ArmLayout;

/// An arm that a person moves and the program reads. Confined to its bus thread once that runs. No
/// method but `close` allocates in steady state, throws or waits past its deadline.
public interface LeaderArm extends AutoCloseable {
    /// {@return the arm's joints, in lane order}
    ArmLayout layout();

    /// {@return where the arm is plugged in, for messages}
    String portName();

    /// Asks all joints for position, velocity and current, and waits for the reply.
    ///
    /// @param into lanes of [org.telescribe.devices.core.joint.ArmReadingLayout]; on a fault the joint
    ///     lanes keep what they held, and the outcome and fault lanes say so
    /// @param deadlineNanos session clock, nanoseconds; a reply that is not complete by then is given
    ///     up
    /// @return how it ended
    BusOutcome read(Lanes into, long deadlineNanos);

    /// {@return nanoseconds from the first byte of a read's request to the last byte of its reply on
    /// the wire, as the protocol and baud rate give it; the schedule starts a read at least this long
    /// before its deadline}
    long readWireNanos();

    /// {@return servos of the last fault, for messages, such as `servo 5 did not answer`; empty when
    /// there was none}
    String faultDetail();

    @Override
    void close();
}
