/** Nestegg: one service that keeps people's money and aims. Each package is a room of its own. */
package org.nestegg;
