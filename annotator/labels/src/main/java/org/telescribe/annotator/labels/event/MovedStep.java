package org.telescribe.annotator.labels.event;

import org.telescribe.annotator.labels.model.FrameRange;
import org.telescribe.annotator.labels.model.ItemId;

/// A step and the frames that it has from now on.
///
/// @param step the step
/// @param range its frames
public record MovedStep(ItemId step, FrameRange range) {}
