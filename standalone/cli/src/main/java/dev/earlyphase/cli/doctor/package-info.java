/** What this machine offers and what runs on it. */
package dev.earlyphase.cli.doctor;
