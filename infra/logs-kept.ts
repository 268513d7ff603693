import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * How long the logs of calls, functions and machines are kept: the Cybersecurity Law (art. 21) wants six months at
 * least, and an execution's history, which they explain, is there for three.
 */
export const LOGS_KEPT = RetentionDays.SIX_MONTHS;
