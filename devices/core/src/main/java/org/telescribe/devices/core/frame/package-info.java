/// Camera pictures with an owner: pooled, counted buffers. Any thread. Depends on nothing.
@NullMarked
package org.telescribe.devices.core.frame;

import org.jspecify.annotations.NullMarked;
