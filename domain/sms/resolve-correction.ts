import { dialledPhone, homeOf } from '../contact/national-number.js';
import { findTarget } from '../request/find-target.js';
import { readRequestId } from '../codes/request-id.js';
import { DANGERS } from '../town/dangers.js';
import type { Town } from '../town/schema.js';
import { gazetteerOf } from '../reading/gazetteer.js';
import { readPlaceAnswer } from '../reading/read-place.js';
import { readWords } from '../reading/read-words.js';
import { OTHER_CATEGORY } from '../request/matter-of.js';
import { correctedPlace } from '../request/correct-place.js';
import type { Correction } from '../request/correction.js';
import { PATH_NAMES } from '../request/status-words.js';
import type { RequestRecord } from '../request/record.js';
import { pathSchema } from '../town/field-schemas.js';
import { foldText } from '../words/fold-text.js';
import type { TextedCorrection, TextedField, TextedPart } from './read-correction.js';

type Read = Partial<Omit<Correction, 'by' | 'at' | 'reason'>>;

/** The meaning of a part, or the part that was not understood, with what it could have been. */
type Resolved = { readonly read: Read } | { readonly unclear: Unclear };
export interface Unclear {
  readonly field: TextedField | 'any';
  readonly words: string;
  /** Names among which the words do not decide. */
  readonly choices: readonly string[];
}

/** The meaning of a texted correction in the words of the town, and why; nothing doubtful is guessed. */
export function resolveCorrection(
  town: Town,
  record: RequestRecord,
  { parts, reason }: Pick<TextedCorrection, 'parts' | 'reason'>,
): { readonly read: Read; readonly reason: string; readonly unclear?: Unclear } {
  let read: Read = {};
  const why = [reason];
  for (const part of parts) {
    const resolved = withReason(town, record, part);
    if ('unclear' in resolved) return { read, reason, unclear: resolved.unclear };
    read = { ...read, ...resolved.read };
    why.push(resolved.reason ?? '');
  }
  return { read, reason: why.filter((one) => one !== '').join('，') };
}

/** "燃气 居民打电话来说的": the fewest words that mean it are its value; what follows says why. A name that goes on belongs to the value. */
function withReason(
  town: Town,
  record: RequestRecord,
  part: TextedPart,
): Resolved & { readonly reason?: string } {
  const whole = resolvePart(town, record, part);
  const words = part.words.split(/\s+/);
  for (let taken = 1; taken < words.length; taken += 1) {
    const value = words.slice(0, taken).join(' ');
    const resolved = resolvePart(town, record, { ...part, words: value });
    if ('unclear' in resolved || ('read' in whole && !isSame(whole.read, resolved.read))) continue;
    if (!isPartOfName(town, `${words[taken - 1]} ${words[taken]}`))
      return { ...resolved, reason: words.slice(taken).join(' ') };
  }
  return whole;
}

const isSame = (one: Read, other: Read): boolean => JSON.stringify(one) === JSON.stringify(other);

const isPartOfName = ({ categories, departments, villages }: Town, words: string): boolean =>
  [
    ...[...categories, ...departments, ...villages].flatMap(({ name }) => Object.values(name)),
    ...categories.flatMap(({ keywords }) => keywords),
  ].some((name) => foldText(name).includes(foldText(words)));

function resolvePart(town: Town, record: RequestRecord, { field, words }: TextedPart): Resolved {
  if (field === undefined) return anyOf(town, record, words);
  const resolved = BY_FIELD[field](town, words, record);
  return 'read' in resolved ? resolved : { unclear: { field, words, choices: resolved.choices } };
}

type Choices = { readonly choices: readonly string[] };
const UNCLEAR: Choices = { choices: [] };

const BY_FIELD: Readonly<
  Record<TextedField, (town: Town, words: string, record: RequestRecord) => { read: Read } | Choices>
> = {
  category: readCategory,
  danger: readDanger,
  path: readPath,
  place: readPlace,
  owner: (town, words) => readPerson(town, words, 'owner'),
  handler: readHandler,
  outcome: readOutcome,
  joined: readJoined,
};

/** A value without a name: what exactly one of these understands. An owner and a handler are named. */
function anyOf(town: Town, record: RequestRecord, words: string): Resolved {
  const understood = (['category', 'place', 'outcome'] as const).flatMap((field) => {
    const resolved = BY_FIELD[field](town, words, record);
    return 'read' in resolved ? [resolved] : [];
  });
  const [only, ...others] = understood;
  return only && others.length === 0 ? only : { unclear: { field: 'any', words, choices: [] } };
}

/** By its name, as residents call it, or by one of its keywords; else as words of a resident are read, where that is sure. */
function readCategory(town: Town, words: string): { read: Read } | Choices {
  const said = foldText(words).replaceAll(/\s+/g, ' ');
  if (said === '') return UNCLEAR;
  const namesOf = ({ id, name, keywords }: Town['categories'][number]): string[] =>
    [id, ...Object.values(name), ...keywords].map(foldText);
  const exact = town.categories.filter((category) => namesOf(category).includes(said));
  const near = town.categories.filter((category) =>
    namesOf(category).some((name) => name.includes(said) || said.includes(name)),
  );
  const [only, ...others] = exact.length > 0 ? exact : near;
  if (only && others.length === 0) return { read: { category: only.id } };
  const { category } = readWords(town, words);
  if (only === undefined && category.sure && category.id !== OTHER_CATEGORY)
    return { read: { category: category.id } };
  return { choices: [only, ...others].flatMap((one) => (one ? [one.name['zh-CN'], one.name.en] : [])) };
}

const NONE = /^(?:没有?|无|不是|解除|没事|没有?危险|误报|虚惊|none|no|not|not any|over|false)/;

function readDanger(town: Town, words: string): { read: Read } | Choices {
  const said = foldText(words);
  if (NONE.test(said)) return { read: { danger: 'none' } };
  const named = town.dangers.find(({ name }) =>
    Object.values(name).some((one) => said !== '' && foldText(one).includes(said)),
  );
  const kind = named?.id ?? readWords(town, words).danger.kind;
  const known = DANGERS.find((danger) => danger === (kind ?? said));
  if (known) return { read: { danger: known } };
  return /^(?:是|有|yes|true)?$/.test(said) ? { read: { danger: 'hazard' } } : UNCLEAR;
}

function readPath(_town: Town, words: string): { read: Read } | Choices {
  const said = foldText(words);
  const path = pathSchema.options.find((one) =>
    [one, ...Object.values(PATH_NAMES[one])].some(
      (name) => said !== '' && (foldText(name).includes(said) || said.includes(foldText(name))),
    ),
  );
  return path ? { read: { path } } : UNCLEAR;
}

function readPlace(town: Town, words: string, record: RequestRecord): { read: Read } | Choices {
  const { village, group, grid, candidates } = readPlaceAnswer(gazetteerOf(town), words);
  const named = /网格|grid/i.test(words) ? findTarget(town, words) : undefined;
  const byNumber = named && 'grid' in named ? named.grid : grid;
  const place = { village, group, grid: byNumber };
  const found = correctedPlace({ town }, { place }, record);
  if (found?.grid !== undefined && (village ?? group ?? byNumber) !== undefined) return { read: { place } };
  return {
    choices: candidates.flatMap((id) => town.villages.find((one) => one.id === id)?.name['zh-CN'] ?? []),
  };
}

/** Somebody of the staff, by name or telephone number; of two of one name, the number tells which. */
function readPerson(town: Town, words: string, as: 'owner' | 'handler'): { read: Read } | Choices {
  const said = foldText(words).replaceAll(/\s/g, '');
  // Without the 0 before a national number, which the whole one lacks.
  const digits = words.replaceAll(/\D/g, '').replace(/^0+/, '');
  const byPhone = town.staff.filter(({ phone }) => digits.length >= 7 && phone.endsWith(digits.slice(-11)));
  const nameOf = (name: string): string => foldText(name).replaceAll(/\s/g, '');
  const byName = town.staff.filter(
    ({ id, name }) => said === id || (said !== '' && said.includes(nameOf(name))),
  );
  const [only, ...others] = byPhone.length > 0 ? byPhone : byName;
  if (only && others.length === 0) return { read: { [as]: only.id } };
  const home = homeOf(town.settings.sms);
  return {
    choices: [only, ...others].flatMap((one) =>
      one ? [`${one.name} ${dialledPhone(one.phone, home)}`] : [],
    ),
  };
}

function readHandler(town: Town, words: string): { read: Read } | Choices {
  const target = findTarget(town, words);
  if (target && 'department' in target) return { read: { department: target.department } };
  return readPerson(town, words, 'handler');
}

const OUTCOMES: readonly (readonly [NonNullable<Correction['outcome']>, RegExp])[] = [
  [
    'not-done',
    /^(?:未办|没有?办|还没|没修好|未完成|没完成|没做|重新?办|返工|not (?:done|fixed|finished)|undone|reopen|open again)/,
  ],
  ['refused', /^(?:不予|拒绝|不办|办不了|refused?|rejected?)/],
  [
    'done',
    /^(?:已?办结|已?办好|已?办|已?完成|修好|已修|同意|批准|可以|能办|done|completed?|fixed|finished|agreed?|approved?)/,
  ],
];

function readOutcome(_town: Town, words: string): { read: Read } | Choices {
  const said = foldText(words);
  const found = OUTCOMES.find(([, pattern]) => pattern.test(said));
  return found ? { read: { outcome: found[0] } } : UNCLEAR;
}

function readJoined(_town: Town, words: string): { read: Read } | Choices {
  if (words === 'none' || NONE.test(foldText(words))) return { read: { joined: 'none' } };
  const typed = /[0-9A-Za-z]{4}[-\s]?[0-9A-Za-z]{4}/.exec(words.normalize('NFKC'))?.[0];
  const joined = typed === undefined ? undefined : readRequestId(typed);
  return joined === undefined ? UNCLEAR : { read: { joined } };
}
