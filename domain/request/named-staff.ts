import type { Staff, Town } from '../town/schema.js';

/** Titles behind a surname where somebody speaks of an official. */
const TITLE =
  '(?:书记|支书|主任|会计|组长|队长|村长|镇长|所长|站长|科长|局长|网格长|网格员|干部|警官|老师|同志|领导|督查|组员|某)';
const ENGLISH_TITLE = '(?:mr|mrs|ms|miss|dr|officer|inspector|councillor|warden|clerk|secretary|chief)';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The whole name, or a Chinese surname as people say it: 老王, 王书记. */
function isNamedInChinese(name: string, words: string): boolean {
  const [surname = ''] = name;
  return (
    words.includes(name) ||
    new RegExp(`[老小]${escaped(surname)}(?!\\p{Script=Han}{1,3}村)|${escaped(surname)}${TITLE}`, 'u').test(
      words,
    )
  );
}

/** The whole name, or the surname with a title or as a word that is written large. */
function isNamedInEnglish(name: string, words: string): boolean {
  const surname = escaped(name.split(/\s+/).at(-1) ?? name);
  return (
    new RegExp(`(?<![a-z])${escaped(name)}(?![a-z])`, 'i').test(words) ||
    new RegExp(`(?<![a-z])${ENGLISH_TITLE}\\.?\\s+${surname}(?![a-z])`, 'i').test(words) ||
    new RegExp(`(?<![A-Za-z])${surname}(?![A-Za-z])`).test(words)
  );
}

const isNamed = ({ name }: Staff, words: string): boolean =>
  /\p{Script=Han}/u.test(name) ? isNamedInChinese(name, words) : isNamedInEnglish(name, words);

/** Everybody of the staff whom words may name: one too many is only asked nothing. */
export const namedStaff = ({ staff }: Pick<Town, 'staff'>, words: string): string[] =>
  staff.filter((person) => isNamed(person, words)).map(({ id }) => id);
