/// Emulated devices: servo chains that answer byte for byte and in wire time, motions that lead them,
/// and cameras.
@NullMarked
package org.telescribe.devices.emulator;

import org.jspecify.annotations.NullMarked;
