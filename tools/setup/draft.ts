import { CONSOLE_CLIENT, isInChina, OF_CLOUDFRONT, settingsSchema } from '../../infra/settings.js';

/** The questions, in their order. */
export const MEMBERS = [
  'region',
  'account',
  'processor',
  'edge',
  'edge.webAcl',
  'domain.name',
  'domain.certificate',
  'carrier',
  'signIn.issuer',
  'signIn.client',
  'signIn.origins',
  'awsConsoleLinks',
  'alarms.mail',
  'budget.monthly',
  'budget.currency',
  'textSpendLimit',
  'table',
  'ownTable',
] as const;
export type Member = (typeof MEMBERS)[number];

/** The answers as they were typed; an absent one was left empty. */
export type Draft = Readonly<Partial<Record<Member, string>>>;

/** Those that mean something only together with another one. */
const NEEDS: Readonly<Partial<Record<Member, Member>>> = {
  'domain.certificate': 'domain.name',
  'signIn.client': 'signIn.issuer',
  'signIn.origins': 'signIn.issuer',
  awsConsoleLinks: 'signIn.issuer',
  // A budget tells that address.
  'budget.monthly': 'alarms.mail',
  'budget.currency': 'budget.monthly',
  // While no other is named, its own is the one in use.
  ownTable: 'table',
};

/** Whether the answers so far leave this one to be asked. */
export const isAsked = (member: Member, draft: Draft): boolean => {
  if (member === 'textSpendLimit') return draft.carrier !== 'http';
  if (member === 'edge') return !isInChina(draft.region ?? '');
  if (member === 'edge.webAcl') return hasEdge(draft) === true && draft.region !== OF_CLOUDFRONT;
  const needed = NEEDS[member];
  return needed === undefined || draft[needed] !== undefined;
};

/** The usual value where nobody says otherwise. */
export function usual(member: Member, { region = '' }: Draft): string | undefined {
  const isChina = isInChina(region);
  const values: Draft = {
    processor: 'arm64',
    edge: 'no',
    carrier: isChina ? 'http' : 'aws',
    'signIn.client': CONSOLE_CLIENT,
    awsConsoleLinks: 'yes',
    ownTable: 'yes',
    'budget.currency': isChina ? 'CNY' : 'USD',
  };
  return values[member];
}

const number = (typed: string | undefined): unknown => (typed === undefined ? undefined : Number(typed));
const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '是']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '否']);
const yesOrNo = (typed: string | undefined): unknown =>
  typed === undefined ? false : YES.has(typed) || (NO.has(typed) ? false : typed);

/** Whether CloudFront is wanted; what was typed where that is neither yes nor no. */
export const hasEdge = ({ edge }: Draft): unknown => yesOrNo(edge);

/** The file's value for CloudFront; an answer that is neither yes nor no is refused there. */
const edgeOf = (draft: Draft): unknown => {
  const isWanted = hasEdge(draft);
  if (isWanted === true) return { webAcl: draft['edge.webAcl'] };
  return isWanted === false ? undefined : isWanted;
};

/** The settings that a draft makes, as they would stand in the file; not checked. */
export function asWritten(stage: string, draft: Draft): object {
  const has = (member: Member) => draft[member] !== undefined;
  const together = (first: Member, made: object): object | undefined => (has(first) ? made : undefined);
  return {
    stage,
    region: draft.region,
    account: draft.account,
    processor: draft.processor ?? usual('processor', draft),
    edge: edgeOf(draft),
    domain: together('domain.name', { name: draft['domain.name'], certificate: draft['domain.certificate'] }),
    signIn: together('signIn.issuer', {
      issuer: draft['signIn.issuer'],
      client: draft['signIn.client'] ?? usual('signIn.client', draft),
      origins: draft['signIn.origins']?.split(/[\s,，]+/).filter((origin) => origin !== ''),
    }),
    carrier: draft.carrier ?? usual('carrier', draft),
    awsConsoleLinks: has('signIn.issuer') ? yesOrNo(draft.awsConsoleLinks) : undefined,
    alarms: together('alarms.mail', { mail: draft['alarms.mail'] }),
    budget: together('budget.monthly', {
      monthly: number(draft['budget.monthly']),
      currency: draft['budget.currency'] ?? usual('budget.currency', draft),
    }),
    textSpendLimit: number(draft.textSpendLimit),
    table: draft.table,
    ownTable:
      together('table', {}) &&
      (yesOrNo(draft.ownTable ?? 'yes') === true ? undefined : yesOrNo(draft.ownTable)),
  };
}

/** The answers that would lead to these settings, as far as they can be read. */
export const draftOf = (settings: object): Draft =>
  Object.fromEntries(
    MEMBERS.flatMap((member) => {
      const typed = asTyped(valueAt(settings, member));
      return typed === '' || typed === undefined ? [] : [[member, typed] as const];
    }),
  );

const valueAt = (settings: object, member: Member): unknown =>
  member
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      settings,
    );

function asTyped(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(' ');
  // Of CloudFront it says yes that there is something of it.
  if (typeof value === 'object' && value !== null) return 'yes';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The members of a draft that cannot stay as they are, in the order of the questions; `stage` among them. */
export function wrongIn(stage: string, draft: Draft): readonly (Member | 'stage')[] {
  const issues = settingsSchema.safeParse(asWritten(stage, draft)).error?.issues ?? [];
  const paths = issues.map(({ path }) => path.slice(0, 2).join('.'));
  const isAt = (member: Member | 'stage') =>
    // A group that must be there is asked for by its first member.
    paths.some((path) => path === member || member.startsWith(`${path}.`));
  return (['stage', ...MEMBERS] as const).filter(isAt);
}
