import type { RequestFacts } from '../request/facts.js';

/** Where `resident-request` waits while a programme's, a department's or a mediator's steps are done, by an execution of their own. */
export const COORDINATING_STATES: Readonly<Record<Exclude<RequestFacts['path'], 'same-day'>, string>> = {
  programme: 'Coordinate: run the programme',
  emergency: 'Coordinate: handle the emergency',
  petition: 'Coordinate: settle the petition',
  coordinated: 'Coordinate: work with the department',
};
