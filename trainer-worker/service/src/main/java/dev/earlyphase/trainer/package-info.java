/** The trainer-worker: takes trial specs, claims them, trains, and reports. */
package dev.earlyphase.trainer;
