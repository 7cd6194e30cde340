/**
 * What will be: a course of the balance over coming days, exact in what is planned, and honest about the rest. The rest is learned
 * from the past alone, the same on every replica; docs/forecast.md says how well.
 */
package org.nestegg.forecast;
