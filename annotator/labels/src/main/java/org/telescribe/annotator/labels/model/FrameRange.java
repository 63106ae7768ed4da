package org.telescribe.annotator.labels.model;

/// Frames of an episode, from the first to before the last.
///
/// @param first number of the first frame, from 0
/// @param end number of the frame after the last one, greater than `first`
public record FrameRange(long first, long end) {
    /// Checks.
    public FrameRange {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException("frames %d to before %d are none".formatted(first, end));
        }
    }

    /// {@return how many frames}
    public long frames() {
        return end - first;
    }

    /// {@return whether a frame lies within}
    ///
    /// @param frame its number
    public boolean contains(long frame) {
        return frame >= first && frame < end;
    }
}
