package org.telescribe.viewer3d.scene.colour;

/// Colours from early to late: dark blue over grey to yellow, told apart by people who see no red or
/// green, and growing lighter all the way.
public final class TimeRamp {
    private static final int[] STOPS = {0x00336F, 0x2F4A6D, 0x565D6D, 0x7C7B78, 0xA69B6C, 0xD2BE56, 0xFEE838};

    private TimeRamp() {}

    /// {@return the colour of a moment}
    ///
    /// @param share 0 is the earliest moment, 1 the latest; cut off outside
    public static Colour at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
        int below = Math.min(STOPS.length - 2, (int) place);
        return Colour.ofHex(STOPS[below]).mix(Colour.ofHex(STOPS[below + 1]), place - below);
    }
}
