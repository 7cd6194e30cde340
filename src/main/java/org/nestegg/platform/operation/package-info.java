/** What operators ask of a process: what it is for, and that it keeps nothing for ever. */
package org.nestegg.platform.operation;
