/** A copy of studies on an MLflow tracking server, for groups that look there. Off unless a server is named. */
package dev.earlyphase.gateway.mlflow;
