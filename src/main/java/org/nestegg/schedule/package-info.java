/**
 * What comes again: rent, salary, a subscription, money moved every month. Each occurrence is posted as a transaction exactly once,
 * on its day, or suggested to be.
 */
package org.nestegg.schedule;
