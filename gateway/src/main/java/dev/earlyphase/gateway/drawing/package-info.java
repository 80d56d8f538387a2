/** Draws figures: Lets-Plot lays out each panel, this package what is around them. */
package dev.earlyphase.gateway.drawing;
