/** The tree of goals: how they nest, how far each is done and funded, and the money that is set aside for them. */
package org.nestegg.goal;
