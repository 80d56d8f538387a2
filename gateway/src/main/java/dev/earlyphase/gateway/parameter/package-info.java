/** Query parameters, checked by ourselves so that a bad one is a problem that names it. */
package dev.earlyphase.gateway.parameter;
