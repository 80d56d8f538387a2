/** The first study of a new user: lottery tickets on MNIST. */
package dev.earlyphase.cli.demo;
