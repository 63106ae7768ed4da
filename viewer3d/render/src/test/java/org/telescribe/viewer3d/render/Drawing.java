package org.telescribe.viewer3d.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.devices.core.time.SystemSessionClock;
import org.telescribe.viewer3d.scene.colour.Colour;

/// A running render service for tests, and ways to look at pictures.
final class Drawing {
    private Drawing() {}

    /// Scheduling of an ordinary user who may nothing.
    record OrdinaryScheduling() implements ThreadScheduling {
        @Override
        public boolean realTime(int priority) {
            return false;
        }

        @Override
        public void background(int niceness) {}
    }

    static RenderService start(TestReporter reporter) {
        try {
            RenderService service = RenderService.start(new SystemSessionClock(), new OrdinaryScheduling());
            reporter.publishEntry("GL_RENDERER", service.rendererName());
            return service;
        } catch (RenderingUnavailable reason) {
            throw new TestAbortedException("skipped: " + reason.getMessage(), reason);
        }
    }

    static void assertNotUniform(Picture picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                colours.add(picture.argb(x, y));
                assertEquals(255, picture.argb(x, y) >>> 24, "opaque");
            }
        }
        assertTrue(colours.size() > 100, "the picture has only " + colours.size() + " colours");
    }

    static void assertColour(Colour expected, int argb, int tolerance, String what) {
        for (int shift = 0; shift <= 16; shift += 8) {
            int wanted = expected.rgb() >> shift & 0xFF;
            int found = argb >> shift & 0xFF;
            assertTrue(
                    Math.abs(wanted - found) <= tolerance,
                    "%s: expected about %06X, found %06X".formatted(what, expected.rgb(), argb & 0xFFFFFF));
        }
    }

    static int light(int argb) {
        return (77 * (argb >> 16 & 0xFF) + 150 * (argb >> 8 & 0xFF) + 29 * (argb & 0xFF)) >> 8;
    }

    /// Degrees around the colour wheel; red is 0, green 120, blue 240.
    static double hue(int argb) {
        double r = argb >> 16 & 0xFF;
        double g = argb >> 8 & 0xFF;
        double b = argb & 0xFF;
        double angle = Math.toDegrees(Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b));
        return angle < 0 ? angle + 360 : angle;
    }
}
