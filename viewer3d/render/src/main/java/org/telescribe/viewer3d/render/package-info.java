/// Draws scenes off-screen: one thread named "gl" owns one context, everybody else hands it requests and
/// gets pixels. Depends on `viewer3d.scene` and `devices.core`; the only place that knows LWJGL.
@NullMarked
package org.telescribe.viewer3d.render;

import org.jspecify.annotations.NullMarked;
