/** Data sets of images: readers of their official formats, downloads, and a generated set that needs no file. */
package dev.earlyphase.core.data;
