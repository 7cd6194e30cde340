/** Tests of the service as an AWS Lambda function, which {@code -Plambda} builds and runs. */
package org.nestegg.lambda;
