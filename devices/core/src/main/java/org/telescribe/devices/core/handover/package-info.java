/// Hand-over between threads: [org.telescribe.devices.core.handover.SpscRing] when every item matters,
/// [org.telescribe.devices.core.handover.LatestValue] when only the newest does. Preallocated primitive
/// lanes, no allocation after construction.
@NullMarked
package org.telescribe.devices.core.handover;

import org.jspecify.annotations.NullMarked;
