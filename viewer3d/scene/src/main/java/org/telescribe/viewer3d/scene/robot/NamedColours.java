package org.telescribe.viewer3d.scene.robot;

import java.util.Locale;
import org.telescribe.viewer3d.scene.colour.Colour;

/// Colours for parts whose description gives none: by a colour word in the material's name, or light
/// grey.
final class NamedColours {
    private static final Colour LIGHT_GREY = Colour.ofHex(0xC2C7CD);

    private NamedColours() {}

    static Colour of(String material) {
        String name = material.toLowerCase(Locale.ROOT);
        if (name.contains("black") || name.contains("dark")) {
            return Colour.ofHex(0x50565E);
        }
        if (name.contains("white")) {
            return Colour.ofHex(0xE4E7EA);
        }
        if (name.contains("orange")) {
            return Colour.ofHex(0xE08A3C);
        }
        if (name.contains("yellow")) {
            return Colour.ofHex(0xF0C83C);
        }
        if (name.contains("blue")) {
            return Colour.ofHex(0x4A7FC1);
        }
        if (name.contains("red")) {
            return Colour.ofHex(0xC8463E);
        }
        return LIGHT_GREY;
    }

    static Colour of(double[] rgba) {
        return Colour.of255(255 * rgba[0], 255 * rgba[1], 255 * rgba[2]);
    }
}
