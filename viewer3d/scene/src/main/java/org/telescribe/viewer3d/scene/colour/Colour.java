package org.telescribe.viewer3d.scene.colour;

/// A colour as screens show it (sRGB), each part from 0 to 1.
///
/// @param red red
/// @param green green
/// @param blue blue
/// @param alpha 1 is opaque, 0 is not seen; not multiplied into the other parts
public record Colour(float red, float green, float blue, float alpha) {
    /// The background behind video, 3D and plots.
    public static final Colour WELL = ofHex(0x0B0D10);
    /// The left arm.
    public static final Colour ARM_LEFT = ofHex(0x56B4E9);
    /// The right arm.
    public static final Colour ARM_RIGHT = ofHex(0xF28C28);
    /// White.
    public static final Colour WHITE = new Colour(1, 1, 1, 1);

    /// Refuses parts outside 0 to 1.
    public Colour {
        if (!inRange(red) || !inRange(green) || !inRange(blue) || !inRange(alpha)) {
            throw new IllegalArgumentException(
                    "colour parts %s %s %s %s must be from 0 to 1".formatted(red, green, blue, alpha));
        }
    }

    /// {@return an opaque colour}
    ///
    /// @param rgb red, green and blue as in `0xF28C28`
    public static Colour ofHex(int rgb) {
        return of255((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    /// {@return an opaque colour; parts outside 0 to 255 are cut off}
    ///
    /// @param red 0 to 255
    /// @param green 0 to 255
    /// @param blue 0 to 255
    public static Colour of255(double red, double green, double blue) {
        return new Colour(part(red / 255), part(green / 255), part(blue / 255), 1);
    }

    /// {@return this colour with another opacity}
    ///
    /// @param newAlpha 0 to 1
    public Colour withAlpha(double newAlpha) {
        return new Colour(red, green, blue, part(newAlpha));
    }

    /// {@return a colour between this one and another}
    ///
    /// @param other the other colour
    /// @param share 0 gives this one, 1 the other
    public Colour mix(Colour other, double share) {
        double own = 1 - share;
        return new Colour(
                part(own * red + share * other.red),
                part(own * green + share * other.green),
                part(own * blue + share * other.blue),
                part(own * alpha + share * other.alpha));
    }

    /// {@return red, green and blue as in `0xF28C28`}
    public int rgb() {
        return Math.round(red * 255) << 16 | Math.round(green * 255) << 8 | Math.round(blue * 255);
    }

    private static boolean inRange(float part) {
        return part >= 0 && part <= 1;
    }

    private static float part(double value) {
        return (float) Math.max(0, Math.min(1, value));
    }
}
