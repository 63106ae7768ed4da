/// The redo log of a dataset: new files under temporary names, one forced record that is the commit
/// point, renames, a mark that it is done. Knows nothing of what the files hold. Recorder thread.
/// Depends on `model` and `durable`. The format: docs/formats/commit-log-v1.md.
@NullMarked
package org.telescribe.teleop.episode.commit;

import org.jspecify.annotations.NullMarked;
