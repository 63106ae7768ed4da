package org.telescribe.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.BenchCamera;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.devices.emulator.camera.SoftwareBenchRenderer;
import org.telescribe.viewer3d.fx.image.ScreenImage;

/// One picture of each of the bench's cameras, for panes that stand still.
final class BenchPictures {
    private static final double RATE = 30;

    private BenchPictures() {}

    static List<ScreenImage> images(SessionClock clock) {
        BenchArms arms = new BenchArms();
        List<ScreenImage> images = new ArrayList<>();
        double[] left = arms.reachDown(org.telescribe.devices.core.joint.ArmSide.LEFT, -0.14, 0.02, 0.05, 0.3, 0.5);
        double[] right = arms.reachDown(org.telescribe.devices.core.joint.ArmSide.RIGHT, 0.16, 0.02, 0.12, 0.1, 0.8);
        for (BenchView view : BenchView.values()) {
            CameraInfo info = new CameraInfo(view.cameraName(), 640, 480, RATE);
            BenchScene scene = new BenchScene(arms, BenchObjects.of(1));
            try (BenchCamera camera = new BenchCamera(
                    info,
                    view,
                    arms,
                    new SoftwareBenchRenderer(scene, info.width(), info.height()),
                    (leftRad, rightRad) -> {
                        System.arraycopy(left, 0, leftRad, 0, left.length);
                        System.arraycopy(right, 0, rightRad, 0, right.length);
                    },
                    clock,
                    new ParkingWait(clock))) {
                PooledFrame frame = Objects.requireNonNull(camera.next(clock.nanoTime() + 1_000_000_000L));
                ScreenImage image = new ScreenImage(info.width(), info.height());
                image.convert(frame);
                frame.release();
                image.show();
                images.add(image);
            }
        }
        return images;
    }
}
