package org.telescribe.app.annotate;

import org.telescribe.annotator.labels.model.AnnotationTask;
import org.telescribe.viewer3d.playback.clip.EpisodeClip;

/// Drafts of recorded episodes.
public final class Drafts {
    private Drafts() {}

    /// {@return the bench script's facts where it moved the arms, else the instruction and the steps that
    /// were marked}
    ///
    /// @param clip the episode
    public static AnnotationTask of(EpisodeClip clip) {
        return BenchDraft.of(clip).orElseGet(() -> EpisodeDraft.of(clip));
    }
}
