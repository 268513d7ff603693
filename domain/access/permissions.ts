import { type Role, ROLES } from './roles.js';

export { type Role, ROLES };

/** Who may do what in the console. The one place where it is said; `docs/console.md` shows it as a table. */
const GRANTED = {
  'requests.read': ROLES,
  /** The names, phones and words of residents. */
  'people.read': ['administrator', 'leader', 'duty-desk'],
  /** Complaints about staff, with who complains: those who look into them, and nobody else. */
  'complaints.read': ['inspector'],
  /** Who asked not to be named to whoever handles it. */
  'people.withheld': ['duty-desk', 'inspector'],
  /** To answer what the duty desk is asked. */
  'requests.answer': ['administrator', 'duty-desk'],
  /** To put right what was recorded wrongly, and to add a remark. */
  'requests.correct': ['administrator', 'duty-desk'],
  /** To enter what somebody reported by telephone. */
  'requests.enter': ['administrator', 'duty-desk'],
  /** As a table, masked unless `people.export` allows more. */
  'requests.export': ['administrator', 'leader'],
  'people.export': ['administrator'],
  'executions.read': ['administrator', 'leader'],
  /** To redrive, stop and start again. */
  'executions.act': ['administrator'],
  'town.read': ROLES,
  /** The phones of staff, unmasked. */
  'staff.phones': ['administrator', 'duty-desk'],
  'town.change': ['administrator'],
  'leave.change': ['administrator', 'duty-desk'],
  /** To say how a text should have been read, from its words; to take over what was taught is to change the town. */
  'reading.teach': ['administrator', 'duty-desk'],
  'inspections.read': ['administrator', 'leader', 'inspector'],
  'statistics.read': ROLES,
  'texts.read': ['administrator', 'leader', 'duty-desk'],
  'audit.read': ['administrator', 'leader'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTED;

const isPermission = (name: string): name is Permission => name in GRANTED;
export const PERMISSIONS: readonly Permission[] = Object.keys(GRANTED).filter(isPermission);

/** Whether one of these roles allows it. */
export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const granted: readonly Role[] = GRANTED[permission];
  return roles.some((role) => granted.includes(role));
}

/** Everything that these roles allow. */
export const permissionsOf = (roles: readonly Role[]): Permission[] =>
  PERMISSIONS.filter((permission) => mayDo(roles, permission));
