/** What nobody asks for any more: rows and objects of trials forgotten, objects of checkpoints dropped. */
package dev.earlyphase.analyzer.deletion;
