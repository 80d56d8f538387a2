/** One class that Deeplearning4j expects in this package of ND4J. */
package org.nd4j.nativeblas;
