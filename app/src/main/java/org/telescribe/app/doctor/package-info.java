/// What the machine has for this program, and what mends what is missing. Looks only, changes nothing.
@NullMarked
package org.telescribe.app.doctor;

import org.jspecify.annotations.NullMarked;
