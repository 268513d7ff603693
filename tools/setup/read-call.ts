import { parseArgs } from 'node:util';
import { languageOf } from '../language.js';
import { type Draft, type Member, MEMBERS } from './draft.js';

/** The option of each member. */
const OPTION: Readonly<Record<Member, string>> = {
  region: 'region',
  account: 'account',
  processor: 'processor',
  edge: 'cloudfront',
  'edge.webAcl': 'web-acl',
  'domain.name': 'domain',
  'domain.certificate': 'certificate',
  carrier: 'carrier',
  'signIn.issuer': 'issuer',
  'signIn.client': 'client',
  'signIn.origins': 'origins',
  awsConsoleLinks: 'console-links',
  'alarms.mail': 'alarm-mail',
  'budget.monthly': 'budget',
  'budget.currency': 'currency',
  textSpendLimit: 'text-limit',
  table: 'table',
  ownTable: 'own-table',
};

export interface SetupCall {
  readonly stage: string | undefined;
  /** The values of the options; an empty one leaves a member empty. */
  readonly said: Draft;
  readonly asks: boolean;
  readonly checks: boolean;
  readonly help: boolean;
}

/** Reads the command line. Throws an Error whose message is what is wrong with it. */
export function readCall(args: readonly string[], environment: NodeJS.ProcessEnv): SetupCall {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(Object.values(OPTION).map((option) => [option, { type: 'string' } as const])),
      stage: { type: 'string' },
      lang: { type: 'string' },
      yes: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  languageOf(values.lang, environment);
  const given: Readonly<Record<string, unknown>> = values;
  const said = MEMBERS.flatMap((member) => {
    const value = given[OPTION[member]];
    return typeof value === 'string' ? [[member, value.trim()] as const] : [];
  });
  return {
    stage: values.stage,
    said: Object.fromEntries(said),
    asks: !values.yes,
    checks: values.check,
    help: values.help,
  };
}
