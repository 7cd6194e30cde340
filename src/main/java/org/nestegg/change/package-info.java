/**
 * What was done, by whom: every change of what is a user's has a number, can be followed, read back and undone. A room whose objects
 * are to be remembered has its tables do so, extends {@link org.nestegg.change.RecordedEntity}, and declares a
 * {@link org.nestegg.change.RecordedType}.
 */
package org.nestegg.change;
