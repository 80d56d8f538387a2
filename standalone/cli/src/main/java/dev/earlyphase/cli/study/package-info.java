/** Commands on studies: plan, submit, watch, cancel, retry. */
package dev.earlyphase.cli.study;
