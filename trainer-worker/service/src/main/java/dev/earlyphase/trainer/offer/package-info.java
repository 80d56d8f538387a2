/** Takes offers of trials from Kafka, one for each idle slot. */
package dev.earlyphase.trainer.offer;
