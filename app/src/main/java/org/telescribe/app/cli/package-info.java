/// The command line: one class a command, human sentences out, exit codes 0 done, 1 failed, 2 wrong
/// usage.
@NullMarked
package org.telescribe.app.cli;

import org.jspecify.annotations.NullMarked;
