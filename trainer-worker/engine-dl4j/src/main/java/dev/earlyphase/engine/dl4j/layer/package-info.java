/** Deeplearning4j layers that leave out work which its own ones do twice or for nothing. */
package dev.earlyphase.engine.dl4j.layer;
