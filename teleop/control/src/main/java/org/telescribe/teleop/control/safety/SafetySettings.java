package org.telescribe.teleop.control.safety;

/// Limits of the gate that are the same for all joints. Limits of single joints are in
/// [org.telescribe.devices.core.joint.JointLimit].
///
/// @param alignmentRad farthest a leader joint may be from its follower when following starts, radians
/// @param rampSpeedRadPerS speed of the followers while they ramp onto the leaders, radians per second
/// @param rampDoneRad how near all joints must be for the ramp to end, radians
/// @param maxReadingAgeNanos oldest reading that may still be followed; older puts the arms in HOLD
/// @param blockedRad how far a follower may be from where it was sent, radians
/// @param blockedNanos for how long it may be that far
/// @param maxLateNanos lateness of one tick that puts moving arms in HOLD
public record SafetySettings(
        double alignmentRad,
        double rampSpeedRadPerS,
        double rampDoneRad,
        long maxReadingAgeNanos,
        double blockedRad,
        long blockedNanos,
        long maxLateNanos) {
    /// Values that suit table-top arms of seven servos.
    public static final SafetySettings TABLE_TOP =
            new SafetySettings(0.35, 0.6, 0.02, 60_000_000L, 0.6, 300_000_000L, 100_000_000L);

    /// The same for emulated arms. They run on the processor that everything else runs on, so that a busy
    /// computer keeps them from answering; nothing can be hurt by waiting a little longer.
    public static final SafetySettings EMULATED =
            new SafetySettings(0.35, 0.6, 0.02, 400_000_000L, 0.6, 900_000_000L, 400_000_000L);
}
