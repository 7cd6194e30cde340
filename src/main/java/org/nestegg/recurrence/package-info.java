/** What comes again on calendar days: recurrence rules (RFC 5545), for whatever features know repeating. */
package org.nestegg.recurrence;
