package org.telescribe.devices.emulator.physics;

import org.telescribe.devices.core.handover.Lanes;
import org.telescribe.devices.core.handover.LatestValue;
import org.telescribe.devices.emulator.servo.ArmMechanics;

/// What passes between an arm's servo chain and the physics thread: goals one way, positions and speeds
/// the other way. Neither waits for the other.
final class ArmHandover implements ArmMechanics {
    private static final int SECOND = ArmBody.JOINTS;
    private static final int LANES = 2 * ArmBody.JOINTS;

    private final LatestValue goals = new LatestValue(LANES);
    private final LatestValue readings = new LatestValue(LANES);
    private final Lanes goalsOut = new Lanes(LANES);
    private final Lanes goalsIn = new Lanes(LANES);
    private final Lanes readingsOut = new Lanes(LANES);
    private final Lanes readingsIn = new Lanes(LANES);
    private final double[] targetsRad;

    ArmHandover(double[] restRad) {
        targetsRad = restRad.clone();
        for (int joint = 0; joint < ArmBody.JOINTS; joint++) {
            goalsOut.setDouble(joint, Double.NaN);
        }
        goals.publish(goalsOut);
        publish(restRad, new double[ArmBody.JOINTS]);
    }

    @Override
    public void command(int joint, boolean torque, double goalRad, double speedLimitRadPerS) {
        goalsOut.setDouble(joint, torque ? goalRad : Double.NaN);
        goalsOut.setDouble(SECOND + joint, speedLimitRadPerS);
        if (joint == ArmBody.JOINTS - 1) {
            goals.publish(goalsOut); // the chain moves all its servos on, in their order
        }
    }

    @Override
    public double positionRad(int joint) {
        readings.read(readingsIn);
        return readingsIn.getDouble(joint);
    }

    @Override
    public double velocityRadPerS(int joint) {
        readings.read(readingsIn);
        return readingsIn.getDouble(SECOND + joint);
    }

    /// On the physics thread: where the servos are to aim in the next step.
    double[] nextTargets(double stepSeconds) {
        goals.read(goalsIn);
        for (int joint = 0; joint < ArmBody.JOINTS; joint++) {
            double goalRad = goalsIn.getDouble(joint);
            if (Double.isFinite(goalRad)) {
                double farthestRad = goalsIn.getDouble(SECOND + joint) * stepSeconds;
                targetsRad[joint] =
                        Math.clamp(goalRad, targetsRad[joint] - farthestRad, targetsRad[joint] + farthestRad);
            }
        }
        return targetsRad;
    }

    /// On the physics thread: how it went.
    void publish(double[] positionsRad, double[] velocitiesRadPerS) {
        for (int joint = 0; joint < ArmBody.JOINTS; joint++) {
            readingsOut.setDouble(joint, positionsRad[joint]);
            readingsOut.setDouble(SECOND + joint, velocitiesRadPerS[joint]);
        }
        readings.publish(readingsOut);
    }
}
