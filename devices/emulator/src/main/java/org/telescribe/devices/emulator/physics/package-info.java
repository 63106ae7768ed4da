/// The bench with physics: both arms, table, blocks, bowl and pad in PhysX 5. A world and all native
/// memory behind it belong to one thread; no type of the engine leaves this package.
@NullMarked
package org.telescribe.devices.emulator.physics;

import org.jspecify.annotations.NullMarked;
