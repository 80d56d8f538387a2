/** What a study can be made of, told to those who draw forms. */
package dev.earlyphase.orchestrator.catalog;
