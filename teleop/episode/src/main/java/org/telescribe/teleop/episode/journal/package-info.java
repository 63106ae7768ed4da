/// The journal of one episode: append-only, checked record by record, the truth until the episode
/// is committed. Written by the recorder thread. Depends on `model` and `durable`. The format:
/// docs/formats/journal-v2.md.
@NullMarked
package org.telescribe.teleop.episode.journal;

import org.jspecify.annotations.NullMarked;
