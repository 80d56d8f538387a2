/** Settings of the services: which a service cannot do without, and how a missing one is told. */
package dev.earlyphase.contracts.setting;
