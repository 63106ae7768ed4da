package org.telescribe.policyruntime.rollouts.run;

import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;

/// A world in which policies are tried, on a clock that moves only while they act. Belongs to one thread.
public interface RolloutWorld {
    /// Starts anew: arms at rest, things where the seed lays them.
    ///
    /// @param seed of the layout and the task
    /// @return what is asked for
    RolloutTask reset(long seed);

    /// {@return joints of an arm and their limits}
    ///
    /// @param side the arm
    ArmLayout layout(ArmSide side);

    /// Reads where the joints are.
    ///
    /// @param intoRad the left arm's joints, then the right arm's, radians
    void readState(double[] intoRad);

    /// Draws what a camera sees now.
    ///
    /// @param role the camera's role
    /// @param rgb gets red, green, blue, row by row, in the size that the bundle was checked with
    void look(String role, byte[] rgb);

    /// Lets time pass.
    ///
    /// @param goalsRad where the servos are sent, the left arm's, then the right arm's, radians
    /// @param nanos how long, nanoseconds
    void act(double[] goalsRad, long nanos);

    /// {@return how it stands by the rule}
    Standing standing();

    /// {@return a hash of everything that moves}
    long stateHash();
}
