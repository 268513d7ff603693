/**
 * The one module that reads the environment. The stack sets these names and the functions read them from here, so a
 * rename fails at compile time.
 */
export const ENVIRONMENT = {
  table: 'TABLE_NAME',
  requestMachine: 'REQUEST_STATE_MACHINE_ARN',
  followUpMachine: 'FOLLOW_UP_STATE_MACHINE_ARN',
  coordinationMachine: 'COORDINATION_STATE_MACHINE_ARN',
  staffTaskMachine: 'STAFF_TASK_STATE_MACHINE_ARN',
  /** The machines of the recurring systems, by kind of round. */
  'daily-close': 'DAILY_CLOSE_STATE_MACHINE_ARN',
  'deadline-cards': 'DEADLINE_CARDS_STATE_MACHINE_ARN',
  'visit-round': 'VISIT_ROUND_STATE_MACHINE_ARN',
  'weekly-inspection': 'WEEKLY_INSPECTION_STATE_MACHINE_ARN',
  'monthly-inspection': 'MONTHLY_INSPECTION_STATE_MACHINE_ARN',
  /** Name and ARN of every machine that the console watches, `visit-round=arn:...`, space-separated. */
  machines: 'STATE_MACHINES',
  /** Where texts that people send are published. */
  inboundTopic: 'INBOUND_SMS_TOPIC_ARN',
  /** Where it is published that somebody asks for a code to sign in with. */
  signInTopic: 'SIGN_IN_TOPIC_ARN',
  /** The queue from which the function gets its own turns. */
  turns: 'TURNS_QUEUE_URL',
  /** Where pages and API are reached, without a slash at the end. */
  pages: 'PAGES_URL',
  /** What a distribution before the API shows it; without one the API itself is the door. */
  doorKeys: 'DOOR_KEYS',
  /** Who signs people in to the console, and as which client it asks. */
  issuer: 'OIDC_ISSUER',
  audience: 'OIDC_AUDIENCE',
  /** Further origins of the issuer, space-separated: some have their token endpoint elsewhere. */
  issuerOrigins: 'OIDC_ORIGINS',
  /** The namespace at CloudWatch of what is measured; without one nothing is. */
  metrics: 'METRICS_NAMESPACE',
  /** The account whose own console the pages link to, and, set by Lambda itself, its region. */
  awsAccount: 'AWS_CONSOLE_ACCOUNT',
  region: 'AWS_REGION',
  /** Which trace the call belongs to; set by Lambda itself for each. */
  trace: '_X_AMZN_TRACE_ID',
} as const;

export type EnvironmentName = keyof typeof ENVIRONMENT;

/** The value of a variable the stack may leave out. */
export function optionalEnvironment(name: EnvironmentName): string | undefined {
  const value = process.env[ENVIRONMENT[name]];
  return value === '' ? undefined : value;
}

/** The value of a variable the stack sets; a function deployed without it fails at once and says which. */
export function environment(name: EnvironmentName): string {
  const value = optionalEnvironment(name);
  if (value === undefined) throw new Error(`the environment lacks ${ENVIRONMENT[name]}`);
  return value;
}
