// The interface for a program that hosts an assembly. Everything else of this package is its own affair.
export type { AlarmState } from './alarms/alarms.js';
export { AssemblyError } from './assembly/assembly-error.js';
export type { Clock, ClockMode, ControlledClock } from './clock/clock.js';
export type { Pages } from './control/static-pages.js';
export type { Charge } from './dynamodb/charges.js';
export type { Fault } from './faults/fault.js';
export type { Access } from './iam/identities.js';
export type { DirectCalls } from './lambda/direct-calls.js';
export { isCalled } from './lambda/function-config.js';
export type { Invocation } from './lambda/lambda-service.js';
export type { LogLine } from './lambda/log-book.js';
export { keepHeapLean } from './lean-heap.js';
export { createLocalCloud, type LocalCloud, type LocalCloudOptions } from './local-cloud.js';
export type { IncomingSms, SmsMessage } from './messaging/sms-carrier.js';
export type { Bill } from './meters/bill.js';
export type { Usage } from './meters/meters.js';
export type { Prices } from './meters/prices.js';
export type { OidcOptions, OidcUser } from './oidc/oidc-options.js';
