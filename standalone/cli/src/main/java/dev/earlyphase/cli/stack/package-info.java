/** The supervisor: starts the embedded servers, the services and the workers, keeps them running and stops them. */
package dev.earlyphase.cli.stack;
