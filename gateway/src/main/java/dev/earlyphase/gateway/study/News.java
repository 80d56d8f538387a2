package dev.earlyphase.gateway.study;

/**
 * An event as it goes to every listener of a study, written once for all of them.
 *
 * @param name of the event
 * @param data JSON on one line
 * @param last whether none comes after it
 */
record News(String name, String data, boolean last) {}
