/** Commands on studies: plan, submit, watch, cancel, retry, replay a trial, delete. */
package dev.earlyphase.cli.study;
