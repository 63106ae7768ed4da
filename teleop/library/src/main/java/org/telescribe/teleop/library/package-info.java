/// The catalog: which datasets there are, which episodes, how they look and where they are named. Reads
/// indexes only. Values are not changed once made; any thread. Depends on `teleop/episode`.
@NullMarked
package org.telescribe.teleop.library;

import org.jspecify.annotations.NullMarked;
