/**
 * What is answered when a request cannot be met: RFC 9457 problems, from one list of codes, made in one place from
 * everything that can be thrown.
 */
package org.nestegg.platform.problem;
