/// The built-in bench as it looks: two arms of our own, table, blocks, bowl and pad. Any thread but for
/// [org.telescribe.viewer3d.scene.bench.BenchThings], whose implementation says. Depends on `frame` and
/// `robot`.
@NullMarked
package org.telescribe.viewer3d.scene.bench;

import org.jspecify.annotations.NullMarked;
