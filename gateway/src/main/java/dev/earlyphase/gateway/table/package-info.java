/** Tables as files: rows that are written as they come, as CSV and as Apache Parquet. */
package dev.earlyphase.gateway.table;
