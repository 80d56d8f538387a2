package dev.earlyphase.reliability.check;

import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.reliability.evidence.Database;
import dev.earlyphase.reliability.evidence.Store;
import dev.earlyphase.reliability.evidence.Topics;

/**
 * What a stack has, and what an undisturbed one came to.
 *
 * @param results of the same studies without any fault
 */
public record Evidence(Database database, Topics topics, Store store, Results results) {
    public static Evidence of(EmbeddedAddresses addresses, Results undisturbed) {
        return new Evidence(new Database(addresses), new Topics(addresses.kafka()), new Store(addresses), undisturbed);
    }
}
