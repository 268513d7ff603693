// For the tests of this repository only; not published.
export type { JsonObject } from '../assembly/json.js';
export { jsonFailure } from '../aws/json-protocol.js';
export type { Database } from '../dynamodb/database.js';
export { openEmbeddedDatabase } from '../dynamodb/embedded-database.js';
export { createMemoryStore } from '../storage/memory-store.js';
export { AwsError } from '../errors/aws-error.js';
export { directCalls } from '../lambda/direct-calls.js';
export type { DirectAnswer, HostCalls } from '../lambda/host-calls.js';
export { busyMachine } from './busy-machine.js';
export { HostProcess, prepareSite, type Addresses, type Site } from './host-process.js';
export { callJson, clientConfig, control } from './sdk.js';
export { signIn, type SignIn, type Tokens } from './sign-in.js';
