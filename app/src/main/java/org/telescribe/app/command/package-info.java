/// The one table of commands: what can be done where, by which key and under which words. Bindings, the
/// palette, the keys overlay and the guide's key page are all made from it. JavaFX thread.
@NullMarked
package org.telescribe.app.command;

import org.jspecify.annotations.NullMarked;
