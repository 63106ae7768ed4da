package org.telescribe.app.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.joint.JointLimit;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.policyruntime.inference.bundle.ChannelUnit;
import org.telescribe.policyruntime.inference.bundle.GripperConvention;
import org.telescribe.policyruntime.inference.check.StationCamera;
import org.telescribe.policyruntime.inference.check.StationChannel;
import org.telescribe.policyruntime.inference.check.StationDescription;
import org.telescribe.policyruntime.inference.observation.PictureSize;

/// What policies of the bench may rely on: its rate, its channels and its cameras.
public final class BenchPolicySetup {
    /// The robot's name in datasets and bundles.
    public static final String ROBOT_TYPE = "telescribe_bench";
    /// Actions a second.
    public static final int CONTROL_HZ = 50;
    /// Time of one action, nanoseconds.
    public static final long TICK_NANOS = 1_000_000_000L / CONTROL_HZ;

    private static final String GRIPPER = "gripper";

    private BenchPolicySetup() {}

    /// {@return cameras whose pictures have the size that the shipped policy takes, in the order of
    /// [BenchView]}
    public static List<CameraInfo> smallCameras() {
        return Arrays.stream(BenchView.values())
                .map(view -> view == BenchView.HEAD
                        ? new CameraInfo(view.cameraName(), 128, 96, CONTROL_HZ)
                        : new CameraInfo(view.cameraName(), 64, 48, CONTROL_HZ))
                .toList();
    }

    /// {@return channels of both arms, left arm first, such as `left_waist.pos`}
    ///
    /// @param layout joints of each arm
    /// @param quantity what of them, such as `pos`
    public static List<String> channels(ArmLayout layout, String quantity) {
        List<String> names = new ArrayList<>(layout.channelNames(ArmSide.LEFT, quantity));
        names.addAll(layout.channelNames(ArmSide.RIGHT, quantity));
        return List.copyOf(names);
    }

    /// {@return the bench as a policy sees it}
    ///
    /// @param arms the bench's arms
    /// @param cameras its cameras
    public static StationDescription station(BenchArms arms, List<CameraInfo> cameras) {
        List<StationChannel> channels = new ArrayList<>();
        List<GripperConvention> grippers = new ArrayList<>();
        List<String> names = channels(arms.layout(), "pos");
        for (int i = 0; i < names.size(); i++) {
            JointLimit limit =
                    arms.layout().joints().get(i % arms.layout().size()).limit();
            channels.add(new StationChannel(names.get(i), ChannelUnit.RADIANS, limit.minRad(), limit.maxRad()));
            if (names.get(i).contains(GRIPPER)) {
                grippers.add(new GripperConvention(names.get(i), limit.maxRad(), limit.minRad()));
            }
        }
        List<StationCamera> seen = cameras.stream()
                .map(camera -> new StationCamera(camera.name(), new PictureSize(camera.width(), camera.height())))
                .toList();
        return new StationDescription(ROBOT_TYPE, CONTROL_HZ, channels, channels, grippers, seen);
    }
}
