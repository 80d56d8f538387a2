/** The shipped configuration of Prometheus and Grafana, read as they read it. */
package dev.earlyphase.cli.monitoring;
