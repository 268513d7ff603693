import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: "Starts the towns' recurring systems when due",
  needs: {
    towns: ['read', 'list'],
    turns: 'give',
    rounds: 'find',
    workflow: 'startRounds',
    backups: 'watch',
  },
  /**
   * One schedule for all towns, for when each round is due is their data, in their own zones: every zone's whole and
   * half hours fall on the schedule's or a quarter later. A start that failed is made good by the next run, which looks
   * hours back.
   */
  schedule: { part: 'Rounds', every: 'half hour' },
} as const satisfies FunctionDeclaration;
