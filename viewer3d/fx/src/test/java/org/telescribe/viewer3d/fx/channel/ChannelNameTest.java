package org.telescribe.viewer3d.fx.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telescribe.viewer3d.fx.channel.ChannelName.Side;

class ChannelNameTest {
    @ParameterizedTest
    @CsvSource({
        "left_waist.pos, LEFT, waist",
        "right_forearm_roll.pos, RIGHT, forearm roll",
        "kLeftShoulderPitch, LEFT, shoulder pitch",
        "kRightHandThumbBend, RIGHT, hand thumb bend",
        "right_arm_joint_3, RIGHT, arm joint 3",
        "shoulder_pan.pos, UNSAID, shoulder pan",
        "arm_left_2, LEFT, arm 2",
        "cleft_joint, UNSAID, cleft joint",
        "motor_0, UNSAID, motor 0"
    })
    void findsTheArmInTheName(String raw, Side side, String joint) {
        ChannelName name = ChannelName.of(raw);
        assertEquals(side, name.side());
        assertEquals(joint, name.joint());
    }

    @ParameterizedTest
    @CsvSource({"left_gripper.pos", "right_gripper", "jaw"})
    void knowsGrippers(String raw) {
        assertTrue(ChannelName.of(raw).isGripper());
    }
}
