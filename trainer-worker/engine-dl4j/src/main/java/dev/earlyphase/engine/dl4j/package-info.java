/** The {@link dev.earlyphase.core.engine.Engine} on Deeplearning4j and ND4J, its oneDNN helpers switched on. */
package dev.earlyphase.engine.dl4j;
