/**
 * The alias by which every function and state machine is reached. It leads to the version in use; whoever is called
 * without it is what was deployed last, whether or not that was taken back.
 */
export const LIVE = 'live';

/** The version in use of a function or a state machine, by its own ARN. */
export const liveOf = (arn: string): string => `${arn}:${LIVE}`;
