package org.telescribe.app.station;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.port.CameraSource;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.teleop.episode.model.ArmSource;
import org.telescribe.teleop.episode.setup.StationSetup;
import org.telescribe.teleop.episode.setup.StationSetup.ArmSetup;
import org.telescribe.teleop.episode.setup.StationSetup.CameraSetup;

/// What is known of the built-in bench: everything. Hands that move as another robot's recording leave
/// the arms undescribed, since their joints are that robot's.
public final class BenchSetupFacts {
    private static final String DESCRIPTION = "telescribe_bench_arm";
    private static final String TOOL = "tool";
    private static final String HAND = "hand";
    private static final List<Double> NO_DISTORTION = List.of(0.0, 0.0, 0.0, 0.0, 0.0);

    private BenchSetupFacts() {}

    static StationSetup of(BenchArms arms, List<CameraSource> cameras, HandMotion hands) {
        if (!hands.left().equals(arms.layout())) {
            return StationSetup.unknown(ArmSource.EMULATED);
        }
        return of(arms, cameras.stream().map(CameraSource::info).toList());
    }

    /// {@return the set-up of the bench with its own arms}
    ///
    /// @param arms the bench's arms
    /// @param cameras what its cameras deliver
    public static StationSetup of(BenchArms arms, List<CameraInfo> cameras) {
        List<ArmSetup> described = new ArrayList<>();
        for (ArmSide side : ArmSide.values()) {
            described.add(new ArmSetup(side.word(), DESCRIPTION, arms.benchFromBase(side), TOOL));
        }
        List<CameraSetup> calibrated = new ArrayList<>();
        cameras.forEach(camera -> calibrated.add(camera(camera)));
        return new StationSetup(ArmSource.EMULATED, described, calibrated);
    }

    private static CameraSetup camera(CameraInfo info) {
        BenchView view = view(info.name());
        double focal = view.focalPixels(info.height());
        String mount = view.hand().map(side -> side.word() + "/" + HAND).orElse(CameraSetup.WORLD);
        return new CameraSetup(
                info.name(),
                info.width(),
                info.height(),
                focal,
                focal,
                (info.width() - 1) / 2.0,
                (info.height() - 1) / 2.0,
                NO_DISTORTION,
                mount,
                view.mountFromCamera());
    }

    private static BenchView view(String name) {
        for (BenchView view : BenchView.values()) {
            if (view.cameraName().equals(name)) {
                return view;
            }
        }
        throw new IllegalArgumentException("the bench has no camera " + name);
    }
}
