import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';

type Failure = Parameters<typeof isTransientError>[0];

/**
 * Whether a service of AWS, rather than anything of ours, made this fail: it asks its callers to slow down, says that
 * it is out of order, or does not answer. By the SDK's own rule of what is worth another try. Nothing is wrong with
 * what was asked; it goes as soon as the service is back.
 */
export const isNeighbourDown = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && RULES.some((holds) => holds(error as Failure));

const RULES = [isThrottlingError, isTransientError, isServerError];
