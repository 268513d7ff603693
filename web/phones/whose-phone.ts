import { shownPhone } from '../../contracts/pages/telephone.js';
import type { Directory, DirectoryPerson } from './directory.js';

type People = Pick<Directory, 'people' | 'countryCode'>;

/** Who of the town has the phone with this number; undefined where a resident has it. */
export const holderOf = ({ people }: People, phone: string): DirectoryPerson | undefined =>
  people.find((person) => person.phone === phone);

/** A number as people read it where the town is. */
export const readable = ({ countryCode }: Pick<Directory, 'countryCode'>, phone: string): string =>
  shownPhone(phone, `+${countryCode}`);

/** The name of somebody's phone: after who has it, else by its number. */
export const phoneName = (directory: People, phone: string): string =>
  holderOf(directory, phone)?.name ?? readable(directory, phone);
