/** What is learnt: the data set as it is, or images and labels altered (section 5 of the paper). */
package dev.earlyphase.core.task;
