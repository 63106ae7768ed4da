/// The application: entry point and the only place where features meet.
@NullMarked
package org.telescribe.app;

import org.jspecify.annotations.NullMarked;
