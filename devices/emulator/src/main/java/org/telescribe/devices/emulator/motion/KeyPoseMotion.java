package org.telescribe.devices.emulator.motion;

import java.util.List;

/// A motion through poses, each reached with the bell-shaped speed of a human reach.
final class KeyPoseMotion implements MotionSource {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double[][] poses;
    private final double[] startSeconds;
    private final double[] reachSeconds;
    private final long durationNanos;

    KeyPoseMotion(List<KeyPose> keyPoses, double durationSeconds) {
        int count = keyPoses.size();
        poses = new double[count][];
        startSeconds = new double[count];
        reachSeconds = new double[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            KeyPose pose = keyPoses.get(i);
            poses[i] = pose.jointRad().stream().mapToDouble(Double::doubleValue).toArray();
            startSeconds[i] = at;
            reachSeconds[i] = pose.reachSeconds();
            at += pose.reachSeconds() + pose.restSeconds();
        }
        durationNanos = Math.round(durationSeconds * NANOS_PER_SECOND);
    }

    @Override
    public double positionRad(int joint, long timeNanos) {
        double seconds = Math.floorMod(timeNanos, durationNanos) / NANOS_PER_SECOND;
        int index = poses.length - 1;
        while (index > 0 && startSeconds[index] > seconds) {
            index--;
        }
        double to = poses[index][joint];
        double since = seconds - startSeconds[index];
        if (index == 0 || since >= reachSeconds[index]) {
            return to;
        }
        double from = poses[index - 1][joint];
        return from + (to - from) * MinimumJerk.share(since / reachSeconds[index]);
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }
}
