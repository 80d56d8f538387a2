/** Eigenvalues of symmetric operators that are known only by what they make of a vector; no network in sight. */
package dev.earlyphase.core.spectrum;
