/// Where settings, data, caches and logs live, and the settings file, which is never silently replaced.
@NullMarked
package org.telescribe.app.settings;

import org.jspecify.annotations.NullMarked;
