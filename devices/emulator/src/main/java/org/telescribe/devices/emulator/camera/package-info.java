/// Emulated cameras: the built-in bench drawn in software, and noise with a counter from another
/// process. A camera is confined to its camera thread, except `close`;
/// [org.telescribe.devices.emulator.camera.BenchWorld] is for all threads.
@NullMarked
package org.telescribe.devices.emulator.camera;

import org.jspecify.annotations.NullMarked;
