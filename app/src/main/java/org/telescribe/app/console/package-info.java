/// What commands have in common: options, sentences of failure, the JSON line, the version.
@NullMarked
package org.telescribe.app.console;

import org.jspecify.annotations.NullMarked;
