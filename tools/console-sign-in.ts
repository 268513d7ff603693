import { type Role, ROLES } from '../domain/access/permissions.js';
import type { Bilingual } from '../domain/words/language.js';
import type { Town } from '../domain/town/schema.js';
import { CONSOLE_CLIENT } from '../infra/settings.js';
import type { OidcOptions, OidcUser } from '@small-grid/local-cloud';

export { CONSOLE_CLIENT };

const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  administrator: { 'zh-CN': '管理员', en: 'administrator' },
  leader: { 'zh-CN': '镇领导', en: 'leader' },
  inspector: { 'zh-CN': '督查组', en: 'inspector' },
  'duty-desk': { 'zh-CN': '值班室', en: 'duty desk' },
};

/** Who of the town's staff a role is, where the town's data says so. */
function staffOf({ settings, departments }: Town, role: Role): string | undefined {
  const { townLeader, inspectionTeam, dutyDesk } = settings.departments;
  const department = {
    administrator: undefined,
    leader: townLeader,
    inspector: inspectionTeam,
    'duty-desk': dutyDesk,
  }[role];
  return departments.find(({ id }) => id === department)?.contacts[0];
}

/** The `sub` of a town's user of this role. */
export const consoleUserId = (town: string, role: Role): string => `${town}.${role}`;

/** Somebody of each role of each town, to be picked when signing in on this machine. */
export const consoleUsers = (towns: readonly Town[]): OidcUser[] =>
  towns.flatMap((town) => ROLES.map((role) => consoleUser(town, role)));

function consoleUser(town: Town, role: Role): OidcUser {
  const { id, name, defaultLanguage } = town.settings;
  const staff = staffOf(town, role);
  const person = town.staff.find((one) => one.id === staff)?.name;
  const title = `${name[defaultLanguage]} ${ROLE_NAMES[role][defaultLanguage]}`;
  return {
    id: consoleUserId(id, role),
    name: person === undefined ? title : `${person} (${title})`,
    claims: { town: id, roles: [role], ...(staff === undefined ? {} : { staff }) },
  };
}

/** The issuer that signs people in to the console of a local run; `towns` is asked each time somebody signs in. */
export const consoleSignIn = (towns: () => readonly Town[]): OidcOptions => ({
  users: () => consoleUsers(towns()),
  clients: [CONSOLE_CLIENT],
  parameter: 'OidcIssuer',
});
