package org.telescribe.viewer3d.playback.clip;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.telescribe.devices.emulator.camera.FrameCounter;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.EncodedPacket;
import org.telescribe.teleop.episode.video.Mp4Writer;
import org.telescribe.teleop.episode.video.VideoEncoders;

/// Writes videos, as the recorder does, whose pictures carry a counter.
public final class CounterVideo {
    public static final int RATE = 30;

    private CounterVideo() {}

    /// Picture k carries the number first + k.
    public static void write(Path file, VideoSettings settings, int width, int height, int pictures, long first) {
        CameraFeature camera = new CameraFeature("head", width, height);
        byte[] noise = new byte[width * height * 2];
        new Random(7).nextBytes(noise);
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height * 3 / 2);
        try (CameraEncoder encoder = VideoEncoders.open(settings, camera, RATE, new NoScheduling());
                Mp4Writer writer = new Mp4Writer(file, camera, settings.codec(), RATE, encoder.codecHeader())) {
            for (int k = 0; k < pictures; k++) {
                draw(pixels, width, height, k, noise);
                FrameCounter.draw(pixels, width, height, first + k);
                for (EncodedPacket packet : encoder.encode(pixels.clear(), k)) {
                    writer.append(packet.data(), packet.keyframe());
                }
            }
            for (EncodedPacket packet : encoder.drain()) {
                writer.append(packet.data(), packet.keyframe());
            }
            writer.finish();
        }
    }

    /// Something like a camera's picture: shades, a thing that moves, a little noise that changes.
    private static void draw(ByteBuffer pixels, int width, int height, int number, byte[] noise) {
        pixels.clear();
        int offset = number * 7919 % (width * height);
        int left = (int) (width / 2.0 + width / 3.0 * Math.sin(number * 0.05));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean thing = Math.abs(x - left) < width / 10 && Math.abs(y - height / 2) < height / 6;
                int shade = thing ? 180 + (x + y) % 8 : 60 + (x * 60 + y * 40) / width;
                pixels.put((byte) (shade + (noise[offset + y * width + x] & 7)));
            }
        }
        while (pixels.hasRemaining()) {
            pixels.put((byte) 128);
        }
    }
}
