/**
 * The safetensors file format (github.com/huggingface/safetensors): eight bytes of header length, a JSON header, the
 * values. Written and read whole or one tensor at a time; whatever is wrong with a file is a {@link
 * dev.earlyphase.weights.safetensors.MalformedSafetensors}.
 */
package dev.earlyphase.weights.safetensors;
