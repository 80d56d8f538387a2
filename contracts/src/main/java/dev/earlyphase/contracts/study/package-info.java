/** What users submit and what they read back. */
package dev.earlyphase.contracts.study;
