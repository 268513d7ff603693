import type { TownVersion } from '../../../adapters/town-store.js';
import type { VersionLine } from '../../../contracts/console/editing.js';

/** A version as the console lists it. */
export const versionLine = ({ version, at, name, how, restored, parts = [] }: TownVersion): VersionLine => ({
  version,
  parts,
  ...(at !== undefined && { at: new Date(at).toISOString() }),
  ...(name !== undefined && { by: name }),
  ...(how !== undefined && { how }),
  ...(restored !== undefined && { restored }),
});
