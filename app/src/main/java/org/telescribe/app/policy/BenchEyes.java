package org.telescribe.app.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.telescribe.app.station.BenchPictureMaker;
import org.telescribe.devices.core.agent.Agent;
import org.telescribe.devices.core.frame.FramePool;
import org.telescribe.devices.core.frame.PooledFrame;
import org.telescribe.devices.core.joint.ArmSide;
import org.telescribe.devices.core.port.BenchRenderer;
import org.telescribe.devices.core.port.CameraInfo;
import org.telescribe.devices.core.time.SessionClock;
import org.telescribe.devices.emulator.bench.BenchArms;
import org.telescribe.devices.emulator.bench.BenchScene;
import org.telescribe.devices.emulator.camera.BenchView;
import org.telescribe.devices.emulator.physics.BenchWorldState;
import org.telescribe.devices.emulator.physics.LiveBench;
import org.telescribe.policyruntime.inference.check.CheckedBundle;
import org.telescribe.policyruntime.inference.observation.FrameColours;
import org.telescribe.policyruntime.inference.observation.Observation;
import org.telescribe.policyruntime.rollouts.live.PolicyEyes;

/// Draws what the bench's cameras see when a policy asks, on a thread of its own.
final class BenchEyes implements PolicyEyes, Agent {
    private static final long IDLE_NANOS = 1_000_000L;

    private final BenchArms arms;
    private final LiveBench live;
    private final SessionClock clock;
    private final List<BenchView> views = new ArrayList<>();
    private final List<FramePool> pools = new ArrayList<>();
    private final List<BenchRenderer> renderers = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private final AtomicLong asked = new AtomicLong();
    private volatile long answered;
    private volatile long takenNanos;
    private volatile @Nullable Thread thread;

    /// @param cameras those of the policy's manifest, in its order, with the size of their pictures
    BenchEyes(
            BenchArms arms,
            LiveBench live,
            BenchScene scene,
            List<CameraInfo> cameras,
            BenchPictureMaker maker,
            SessionClock clock) {
        this.arms = arms;
        this.live = live;
        this.clock = clock;
        for (CameraInfo camera : cameras) {
            views.add(BenchView.ofCamera(camera.name()));
            pools.add(new FramePool(1, camera.width(), camera.height(), false));
            renderers.add(maker.rendererOf(scene, camera));
            pictures.add(new byte[camera.width() * camera.height() * 3]);
        }
    }

    /// The cameras that a bundle looks through, at the station's sizes.
    static List<CameraInfo> camerasOf(CheckedBundle bundle, List<CameraInfo> station) {
        return bundle.manifest().cameras().stream()
                .map(camera -> station.stream()
                        .filter(there -> there.name().equals(camera.role()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Override
    public void open() {
        asked.incrementAndGet();
        Thread parked = thread;
        if (parked != null) {
            LockSupport.unpark(parked);
        }
    }

    @Override
    public boolean seen() {
        return answered == asked.get();
    }

    @Override
    public void copyTo(Observation into) {
        for (int camera = 0; camera < pictures.size(); camera++) {
            byte[] picture = pictures.get(camera);
            System.arraycopy(picture, 0, into.picture(camera), 0, picture.length);
            into.pictureTaken(camera, takenNanos);
        }
    }

    @Override
    public String roleName() {
        return "policy eyes";
    }

    @Override
    public void onStart() {
        thread = Thread.currentThread();
    }

    @Override
    public long doWork(long nowNanos) {
        long wanted = asked.get();
        BenchWorldState state = live.state();
        if (wanted == answered || state == null) {
            LockSupport.parkNanos(this, IDLE_NANOS);
            return nowNanos;
        }
        double[] left = joints(state, ArmSide.LEFT);
        double[] right = joints(state, ArmSide.RIGHT);
        takenNanos = clock.nanoTime();
        for (int camera = 0; camera < pictures.size(); camera++) {
            BenchView view = views.get(camera);
            PooledFrame frame = Objects.requireNonNull(pools.get(camera).take(), "the one frame of a camera is free");
            renderers
                    .get(camera)
                    .draw(view.benchFromCamera(arms, left, right), view.verticalFieldOfViewRad(), left, right, frame);
            FrameColours.toRgb(frame, pictures.get(camera));
            frame.release();
        }
        answered = wanted;
        return nowNanos;
    }

    private static double[] joints(BenchWorldState state, ArmSide side) {
        return state.arm(side).jointRad().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Override
    public void onClose() {
        renderers.forEach(BenchRenderer::close);
    }
}
