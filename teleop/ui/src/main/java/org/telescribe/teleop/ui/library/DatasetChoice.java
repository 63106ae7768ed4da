package org.telescribe.teleop.ui.library;

import org.jspecify.annotations.Nullable;
import org.telescribe.teleop.library.DatasetCard;

/// A line of the datasets' list.
///
/// @param card the dataset; null for all of them
/// @param words what stands there
/// @param episodes number of episodes
record DatasetChoice(@Nullable DatasetCard card, String words, int episodes) {}
