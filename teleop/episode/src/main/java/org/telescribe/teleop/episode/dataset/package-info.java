/// A dataset on disk that grows by episodes: recording, commit, recovery and packing. Used by the
/// recorder thread. Depends on every other package of the module but `powercut`.
@NullMarked
package org.telescribe.teleop.episode.dataset;

import org.jspecify.annotations.NullMarked;
