/** What operators ask of a process: what it is for, that it keeps nothing for ever, and that what it keeps is right. */
package org.nestegg.platform.operation;
