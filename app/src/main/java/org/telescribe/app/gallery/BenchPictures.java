package org.telescribe.app.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telescribe.devices.core.frame.LatestFrame;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.frame.StampSource;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.ParkingWait;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchObjects;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.BenchCamera;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.devices.emulator.camera.SoftwareBenchRenderer;
import org.telescribe.devices.posix.PosixThreadScheduling;
import org.telescribe.viewer3d.fx.image.ScreenAgent;
import org.telescribe.viewer3d.fx.image.ScreenImage;
import org.telescribe.viewer3d.fx.image.ScreenReels;

/// Pictures of the bench's cameras for panes that stand still: one of each, and a filmed episode.
final class BenchPictures {
    private static final double RATE = 30;
    private static final int STILLS = 4;
    private static final long BETWEEN_NANOS = 6_000_000_000L;
    private static final long PLAYED_NANOS = 6_200_000_000L;

    private BenchPictures() {}

    static List<ScreenImage> images(SessionClock clock) {
        List<ScreenImage> images = new ArrayList<>();
        for (BenchView view : BenchView.values()) {
            CameraInfo info = info(view);
            try (BenchCamera camera = camera(view, clock, 0)) {
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

    /// {@return an episode of 18 s in which the left arm moves, played up to its middle}
    static ScreenReels filmed(SessionClock clock) {
        List<LatestFrame> screens = new ArrayList<>();
        List<ScreenImage> images = new ArrayList<>();
        List<ScreenReels.Size> sizes = new ArrayList<>();
        for (BenchView view : BenchView.values()) {
            CameraInfo info = info(view);
            screens.add(new LatestFrame());
            images.add(new ScreenImage(info.width(), info.height()));
            sizes.add(new ScreenReels.Size(info.width(), info.height()));
        }
        ScreenReels reels = new ScreenReels(sizes);
        ScreenAgent agent = new ScreenAgent(screens, images, reels, new PosixThreadScheduling());
        reels.want(ScreenReels.Mode.FILM, 1);
        for (int still = 0; still < STILLS; still++) {
            for (BenchView view : BenchView.values()) {
                try (BenchCamera camera = camera(view, clock, still * 0.03)) {
                    PooledFrame frame = Objects.requireNonNull(camera.next(clock.nanoTime() + 1_000_000_000L));
                    frame.stamp(still, (still + 1) * BETWEEN_NANOS, StampSource.ARRIVAL);
                    screens.get(view.ordinal()).publish(frame);
                    frame.release();
                }
            }
            agent.doWork(clock.nanoTime());
        }
        reels.want(ScreenReels.Mode.PLAY, 1);
        long nowNanos = clock.nanoTime();
        agent.doWork(nowNanos);
        reels.images().forEach(ScreenImage::show);
        agent.doWork(nowNanos + PLAYED_NANOS);
        screens.forEach(LatestFrame::close);
        return reels;
    }

    private static CameraInfo info(BenchView view) {
        return new CameraInfo(view.cameraName(), 640, 480, RATE);
    }

    private static BenchCamera camera(BenchView view, SessionClock clock, double movedMetres) {
        BenchArms arms = new BenchArms();
        double[] left = arms.reachDown(ArmSide.LEFT, -0.14, 0.02 + movedMetres, 0.05, 0.3, 0.5);
        double[] right = arms.reachDown(ArmSide.RIGHT, 0.16, 0.02, 0.12, 0.1, 0.8);
        CameraInfo info = info(view);
        BenchScene scene = new BenchScene(arms, BenchObjects.of(1));
        return new BenchCamera(
                info,
                view,
                arms,
                new SoftwareBenchRenderer(scene, info.width(), info.height()),
                (leftRad, rightRad) -> {
                    System.arraycopy(left, 0, leftRad, 0, left.length);
                    System.arraycopy(right, 0, rightRad, 0, right.length);
                },
                clock,
                new ParkingWait(clock));
    }
}
