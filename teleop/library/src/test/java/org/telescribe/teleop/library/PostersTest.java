package org.telescribe.teleop.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.telescribe.devices.core.agent.ThreadScheduling;
import org.telescribe.teleop.episode.model.CameraFeature;
import org.telescribe.teleop.episode.model.VideoSettings;
import org.telescribe.teleop.episode.video.CameraEncoder;
import org.telescribe.teleop.episode.video.Mp4Writer;
import org.telescribe.teleop.episode.video.VideoEncoders;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostersTest {
    private Path directory = Path.of("");

    private static final ThreadScheduling NO_SCHEDULING = new ThreadScheduling() {
        @Override
        public boolean realTime(int priority) {
            return false;
        }

        @Override
        public void background(int niceness) {}
    };

    /// Thirty pictures, each of one grey: 16 + 7 k.
    @BeforeAll
    void encode(@TempDir Path folder) {
        directory = folder;
        CameraFeature camera = new CameraFeature("head", 640, 480);
        VideoSettings settings = VideoSettings.lowDelayAv1();
        ByteBuffer pixels = ByteBuffer.allocateDirect(640 * 480 * 3 / 2);
        try (CameraEncoder encoder = VideoEncoders.open(settings, camera, 30, NO_SCHEDULING);
                Mp4Writer writer = new Mp4Writer(
                        directory.resolve("grey.mp4"), camera, settings.codec(), 30, encoder.codecHeader())) {
            for (int k = 0; k < 30; k++) {
                for (int i = 0; i < pixels.capacity(); i++) {
                    pixels.put(i, (byte) (i < 640 * 480 ? 16 + 7 * k : 128));
                }
                encoder.encode(pixels, k).forEach(packet -> writer.append(packet.data(), packet.keyframe()));
            }
            writer.finish();
        }
    }

    private Optional<Poster> decoded(Posters posters, PosterPlace place, PosterSize size) {
        assertEquals(Optional.empty(), posters.find(place, size));
        posters.doWork(0);
        return posters.find(place, size);
    }

    @Test
    void aPosterIsThePictureOfItsMomentMadeSmall() {
        Posters posters = new Posters(8, NO_SCHEDULING);
        PosterPlace place = new PosterPlace(directory, "grey.mp4", 15 / 30.0);
        Poster row = decoded(posters, place, PosterSize.ROW).orElseThrow();
        assertEquals(85, row.width());
        assertEquals(64, row.height());
        int expected = Math.round(7 * 15 * 255 / 219f);
        int[] argb = row.argb();
        for (int pixel : new int[] {0, argb.length / 2, argb.length - 1}) {
            assertEquals(0xFF, argb[pixel] >>> 24);
            assertTrue(Math.abs((argb[pixel] >> 16 & 0xFF) - expected) <= 2, "red");
            assertTrue(Math.abs((argb[pixel] >> 8 & 0xFF) - expected) <= 2, "green");
            assertTrue(Math.abs((argb[pixel] & 0xFF) - expected) <= 2, "blue");
        }
        Poster inspector = decoded(posters, place, PosterSize.INSPECTOR).orElseThrow();
        assertEquals(300, inspector.width());
        assertEquals(225, inspector.height());
        assertEquals(2, posters.version());
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        Posters posters = new Posters(8, NO_SCHEDULING);
        Poster none = decoded(posters, new PosterPlace(directory, "none.mp4", 0), PosterSize.ROW)
                .orElseThrow();
        assertEquals("none.mp4 is missing.", none.trouble());
        assertEquals(0, none.width());
    }

    @Test
    void onlySoManyAreKeptAndTheNewestWishComesFirst() {
        Posters posters = new Posters(2, NO_SCHEDULING);
        List<PosterPlace> places = List.of(
                new PosterPlace(directory, "grey.mp4", 0),
                new PosterPlace(directory, "grey.mp4", 0.2),
                new PosterPlace(directory, "grey.mp4", 0.4));
        places.forEach(place -> posters.find(place, PosterSize.ROW));
        posters.doWork(0);
        assertTrue(posters.find(places.get(2), PosterSize.ROW).isPresent(), "wished last, decoded first");
        posters.doWork(0);
        posters.doWork(0);
        assertEquals(
                2,
                places.stream()
                        .filter(place -> posters.find(place, PosterSize.ROW).isPresent())
                        .count());
    }

    @Test
    void aRealVideoHasAPoster() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "skipped: shared/data is not there");
        Catalog catalog = new Catalog(List.of(folder.resolve("shared/data/lerobot-v21-unitree-g1")));
        catalog.refresh();
        PosterPlace place = catalog.content().episodes().get(30).poster();
        assertNotNull(place);
        Poster poster =
                decoded(new Posters(1, NO_SCHEDULING), place, PosterSize.ROW).orElseThrow();
        assertEquals("", poster.trouble());
        assertTrue(java.util.Arrays.stream(poster.argb()).distinct().count() > 100, "it is no plain picture");
    }
}
