import type { StageNames } from '../stage-names.js';

/**
 * Alarms that a bad release raises within minutes. Those that a neighbour raises (the carrier, a limit of the account)
 * are left out: a deployment may be about to mend that.
 */
const IDS = ['Attention', 'RequestsStopped', 'StaffWorkStopped', 'ApiFails', 'TextNotTaken', 'RoundsStopped'];

/** The names of the alarms that take a deployment back, known before these are made: they watch what is deployed. */
export const alarmsOfRelease = (names: StageNames): readonly string[] => IDS.map((id) => names(id));

/** So many CloudFormation watches over a whole update, and for so many minutes after it (its own limits: five, and 180). */
export const WATCHED_AFTER = { alarms: 5, minutes: 10 };
