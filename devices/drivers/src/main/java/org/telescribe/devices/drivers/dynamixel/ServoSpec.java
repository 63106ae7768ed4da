package org.telescribe.devices.drivers.dynamixel;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.joint.ArmLayout;

/// One servo of an arm: how its counts become the joint's radians.
///
/// @param jointName joint of the arm's layout that it moves or measures
/// @param servoId identifier on the bus, 0 to 252
/// @param model kind of servo
/// @param homeCounts position at the joint's 0 radians, counts; 4,096 counts are a turn
/// @param direction 1 when counts grow with the joint's radians, -1 when they fall
public record ServoSpec(String jointName, int servoId, ServoModel model, int homeCounts, int direction) {
    /// Radians of one count of position.
    public static final double RAD_PER_COUNT = 2 * Math.PI / 4096;
    /// Radians per second of one count of velocity: 0.229 turns a minute.
    public static final double RAD_PER_S_PER_COUNT = 0.229 * 2 * Math.PI / 60;

    private static final int HIGHEST_ID = 252;
    private static final int MIDDLE_COUNTS = 2048;

    /// Refuses what no servo can have.
    public ServoSpec {
        if (servoId < 0 || servoId > HIGHEST_ID) {
            throw new IllegalArgumentException(
                    "joint %s: servo id %d is not between 0 and %d".formatted(jointName, servoId, HIGHEST_ID));
        }
        if (direction != 1 && direction != -1) {
            throw new IllegalArgumentException(
                    "joint %s: direction %d is neither 1 nor -1".formatted(jointName, direction));
        }
    }

    /// {@return radians of the joint}
    ///
    /// @param counts the servo's position, counts
    public double rad(int counts) {
        return direction * (counts - homeCounts) * RAD_PER_COUNT;
    }

    /// {@return the servo's position, counts}
    ///
    /// @param positionRad radians of the joint
    public int counts(double positionRad) {
        return homeCounts + (int) Math.round(direction * positionRad / RAD_PER_COUNT);
    }

    /// Servos 1, 2, 3, ... in the order of the joints, all of one kind, 0 radians in the middle of
    /// their turn.
    ///
    /// @param layout the arm's joints
    /// @param model kind of servo
    /// @return one servo for each joint
    public static List<ServoSpec> inOrder(ArmLayout layout, ServoModel model) {
        List<ServoSpec> servos = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            servos.add(new ServoSpec(layout.joints().get(i).name(), i + 1, model, MIDDLE_COUNTS, 1));
        }
        return List.copyOf(servos);
    }
}
