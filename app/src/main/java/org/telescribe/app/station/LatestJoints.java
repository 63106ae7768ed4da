package org.telescribe.app.station;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telescribe.devices.core.joint.ArmLayout;
import org.telescribe.devices.emulator.camera.BenchCamera;
import org.telescribe.teleop.control.loop.RunningLoop;
import org.telescribe.teleop.control.message.ControlSnapshot;
import org.telescribe.teleop.control.message.ControlSnapshot.ArmSnapshot;

/// Tells the bench's cameras where the followers are: as the loop measured them, or at rest before it
/// runs.
final class LatestJoints implements BenchCamera.JointsNow {
    private final double[] restRad;
    private final int[] benchIndex;
    private volatile @Nullable RunningLoop loop;

    /// Joints of the station's arms shown by the bench's arms, by name.
    ///
    /// @param bench joints of the bench's arms
    /// @param shownAs for each joint of the station's arms, the bench's joint that shows it; empty for
    ///     none
    /// @param restRad the bench's arms at rest
    LatestJoints(ArmLayout bench, List<String> shownAs, double[] restRad) {
        this.restRad = restRad.clone();
        this.benchIndex = shownAs.stream().mapToInt(bench::indexOf).toArray();
    }

    void follow(RunningLoop running) {
        loop = running;
    }

    @Override
    public void read(double[] leftRad, double[] rightRad) {
        System.arraycopy(restRad, 0, leftRad, 0, restRad.length);
        System.arraycopy(restRad, 0, rightRad, 0, restRad.length);
        RunningLoop running = loop;
        if (running != null) {
            ControlSnapshot snapshot = running.snapshot();
            copy(snapshot.left(), leftRad);
            copy(snapshot.right(), rightRad);
        }
    }

    private void copy(ArmSnapshot arm, double[] into) {
        for (int i = 0; i < benchIndex.length; i++) {
            double positionRad = arm.followerRad().get(i);
            if (benchIndex[i] >= 0 && !Double.isNaN(positionRad)) {
                into[benchIndex[i]] = positionRad;
            }
        }
    }
}
