/** The languages that people read: which one a request is answered in, and the texts in each. */
package org.nestegg.platform.language;
