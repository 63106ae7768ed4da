package org.telescribe.teleop.episode.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telescribe.teleop.episode.model.DatasetException;
import org.telescribe.teleop.episode.read.EpisodeEntry;
import org.telescribe.teleop.episode.read.EpisodeEntry.VideoSpan;
import org.telescribe.teleop.episode.read.FeatureInfo;
import org.telescribe.teleop.episode.video.VideoFileReader;
import org.telescribe.teleop.episode.video.VideoSummary;

/// `videos`: one picture for each row, exactly on the grid, in the declared size; decoded and counted
/// unless that is left out.
final class VideoCheck {
    /// How far a picture may be from its row before LeRobot refuses it.
    private static final double TOLERANCE_SECONDS = 1e-4;

    private final CheckContext context;
    private final boolean decode;

    VideoCheck(CheckContext context, boolean decode) {
        this.context = context;
        this.decode = decode;
    }

    private record Piece(EpisodeEntry episode, VideoSpan span) {}

    void check(List<EpisodeEntry> episodes) throws IOException {
        for (FeatureInfo camera : context.features) {
            if (!camera.isVideo()) {
                continue;
            }
            Map<String, List<Piece>> byFile = new LinkedHashMap<>();
            for (EpisodeEntry episode : episodes) {
                VideoSpan span = episode.videos().get(camera.name());
                if (span != null) {
                    byFile.computeIfAbsent(span.file(), name -> new ArrayList<>())
                            .add(new Piece(episode, span));
                }
            }
            byFile.forEach((name, pieces) -> file(camera, name, pieces));
        }
        for (String name : context.view.namesBelow("videos")) {
            boolean used = episodes.stream()
                    .flatMap(episode -> episode.videos().values().stream())
                    .anyMatch(span -> span.file().equals(name));
            if (!used) {
                context.note(name, "no episode uses it");
            }
        }
    }

    private void file(FeatureInfo camera, String name, List<Piece> pieces) {
        Path file = context.view.find(name);
        if (file == null) {
            context.broken(
                    name,
                    "it is missing; episode %d lies in it"
                            .formatted(pieces.getFirst().episode().index()));
            return;
        }
        try {
            long samples = samples(camera, name, file);
            spans(name, pieces, samples);
            if (decode) {
                long decoded = decoded(file);
                if (decoded != samples) {
                    context.broken(name, decoded, "%d of %d pictures can be decoded".formatted(decoded, samples));
                }
            }
        } catch (DatasetException broken) {
            context.broken(name, String.valueOf(broken.getMessage()));
        }
    }

    private long samples(FeatureInfo camera, String name, Path file) {
        try (VideoFileReader reader = new VideoFileReader(file)) {
            VideoSummary summary = reader.summarize(context.framesPerSecond());
            context.countPictures(summary.samples());
            if (!(summary.worstGridSeconds() <= TOLERANCE_SECONDS)) {
                context.broken(
                        name,
                        "a picture is %.6f s off the grid of %s per second (time scale %d, first picture at %.6f s)"
                                .formatted(
                                        summary.worstGridSeconds(),
                                        context.info.path("fps").asText(),
                                        summary.timescale(),
                                        summary.firstSeconds()));
            }
            if (Math.abs(summary.averageRateHertz() - context.framesPerSecond()) > 1e-6) {
                context.broken(
                        name,
                        "its rate is %.6f per second, info.json says %s"
                                .formatted(
                                        summary.averageRateHertz(),
                                        context.info.path("fps").asText()));
            }
            if (!summary.startsWithKeyframe()) {
                context.broken(name, 0, "the first picture cannot be decoded alone");
            }
            declared(camera, name, summary);
            return summary.samples();
        }
    }

    private void declared(FeatureInfo camera, String name, VideoSummary summary) {
        List<Integer> shape = camera.shape();
        boolean heightFirst = shape.equals(List.of(summary.height(), summary.width(), 3));
        boolean channelsFirst = shape.equals(List.of(3, summary.height(), summary.width()));
        if (!heightFirst && !channelsFirst) {
            context.broken(
                    name,
                    "pictures are %d x %d, info.json declares shape %s"
                            .formatted(summary.width(), summary.height(), shape));
        }
        String codec = context.info
                .path("features")
                .path(camera.name())
                .path("info")
                .path("video.codec")
                .asText("");
        if (!codec.isEmpty() && !codec.equals(summary.codecName())) {
            context.broken(name, "it holds %s, info.json declares %s".formatted(summary.codecName(), codec));
        }
    }

    private void spans(String name, List<Piece> pieces, long samples) {
        long next = 0;
        for (Piece piece : pieces) {
            double due = next / context.framesPerSecond();
            if (!(Math.abs(piece.span().fromSeconds() - due) <= TOLERANCE_SECONDS)) {
                context.broken(
                        name,
                        next,
                        "episode %d is said to begin at %.6f s, its first picture is at %.6f s"
                                .formatted(piece.episode().index(), piece.span().fromSeconds(), due));
            }
            next += piece.episode().length();
        }
        if (next != samples) {
            context.broken(name, Math.min(next, samples), "it has %d pictures for %d rows".formatted(samples, next));
        }
    }

    static long decoded(Path file) {
        long count = 0;
        try (VideoFileReader reader = new VideoFileReader(file)) {
            while (reader.decodeNext()) {
                count++;
            }
        } catch (DatasetException broken) {
            return count;
        }
        return count;
    }
}
