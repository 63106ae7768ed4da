/// Emulated cameras: the bench as three cameras see it, drawn in software, and noise with a counter for
/// benchmarks. Each camera is confined to its camera thread.
@NullMarked
package org.telescribe.devices.emulator.camera;

import org.jspecify.annotations.NullMarked;
