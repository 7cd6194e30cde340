/** The page for people, as far as the service has a part in it: its files, what browsers may do with them, its worker. */
package org.nestegg.app;
