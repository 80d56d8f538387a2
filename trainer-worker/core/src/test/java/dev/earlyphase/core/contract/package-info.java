/** What every engine promises, as tests that each engine extends, and the small networks that they use. */
package dev.earlyphase.core.contract;
