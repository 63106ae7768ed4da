/// Linux calls through the foreign-function interface: waiting for deadlines, scheduling, serial
/// devices and pseudo-terminals. Nothing here allocates once it is warm, because loops call it at every
/// tick.
///
/// The method handles are `static final` so that the compiler folds them into plain calls; they are
/// looked up once, when their class is first used. Buffers and the place where `errno` is kept belong
/// to the object that makes the call, so an object is confined to one thread at a time. Addresses are
/// passed as plain numbers: the object keeps the memory they point to alive. On another system each
/// constructor refuses with a sentence. Depends on `devices/core`.
@NullMarked
package org.telescribe.devices.posix;

import org.jspecify.annotations.NullMarked;
