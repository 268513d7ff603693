import { maskPhone } from '../access/mask.js';
import type { Town } from '../town/schema.js';
import { type Bilingual, languageSchema } from '../words/language.js';
import { type Entry, isObject, isSame, written } from './entry.js';
import { entryTitle, type NamesOf } from './entry-title.js';
import type { Field, NamedField } from './field.js';
import { fieldsOf } from './fields.js';
import { fieldWords } from './field-words.js';
import { SECTION_IDS, type SectionId } from './section-ids.js';
import { keyOf, SECTION_KEYS } from './section-keys.js';
import { SECTIONS } from './sections.js';
import { memberName, valueWords } from './value-words.js';

/** What became of one entry, in words. */
export interface EntryChanged {
  readonly section: SectionId;
  readonly key: string;
  readonly how: 'added' | 'changed' | 'removed';
  readonly title: Bilingual;
  /** Field by field, where it was changed; what a new one says. */
  readonly lines: readonly Bilingual[];
}

/** What the entries of a town are called; each section is looked through when it is asked for. */
export function townNames(...towns: readonly Town[]): NamesOf {
  const known = new Map<SectionId, ReadonlyMap<string, Bilingual>>();
  const names: NamesOf = (section) => {
    const found = known.get(section);
    if (found) return found;
    const all = new Map(
      towns.flatMap((town) =>
        SECTIONS[section]
          .entriesOf(town)
          .map((entry) => [keyOf(section, entry), entryTitle(section, entry, names)] as const),
      ),
    );
    known.set(section, all);
    return all;
  };
  return names;
}

/** Everything that differs between two towns in what is edited, by section and entry. */
export function changesInWords(before: Town, after: Town): EntryChanged[] {
  const names = townNames(before, after);
  return SECTION_IDS.flatMap((section) => {
    if (isUntouched(section, before, after)) return [];
    const old = byKey(section, before);
    const now = byKey(section, after);
    const removed = [...old].filter(([key]) => !now.has(key));
    return [
      ...[...now].flatMap(([key, entry]) => changeOf(section, key, old.get(key), entry, names)),
      ...removed.flatMap(([key, entry]) => changeOf(section, key, entry, undefined, names)),
    ];
  });
}

/** Examples are many, and unpacking them takes time. */
const isUntouched = (section: SectionId, before: Town, after: Town): boolean =>
  section === 'examples' && before.examples === after.examples;

const byKey = (section: SectionId, town: Town): Map<string, Entry> =>
  new Map(SECTIONS[section].entriesOf(town).map((entry) => [keyOf(section, entry), entry]));

function changeOf(
  section: SectionId,
  key: string,
  before: Entry | undefined,
  after: Entry | undefined,
  names: NamesOf,
): EntryChanged[] {
  const shown = after ?? before;
  if (!shown || (before && after && isSame(before, after))) return [];
  const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const keys = SECTION_KEYS[section].keys;
  const fields = fieldsOf(section).filter(({ name }) => !keys.includes(name));
  const lines = after ? linesOf(fields, before ?? {}, after, names, []) : [];
  return [{ section, key, how, title: entryTitle(section, shown, names), lines }];
}

/** The labels of the fields that lead to one. */
type Way = readonly Bilingual[];

const labelled = (way: Way): Bilingual => ({
  'zh-CN': way.map((one) => one['zh-CN']).join(' › '),
  en: way.map(({ en }) => en).join(' › '),
});

function linesOf(
  fields: readonly NamedField[],
  before: Entry,
  after: Entry,
  names: NamesOf,
  way: Way,
): Bilingual[] {
  return fields.flatMap(({ name, path, field }) => {
    const [old, now] = [before[name], after[name]];
    if (isSame(old, now)) return [];
    const label = fieldWords(path) ?? { 'zh-CN': name, en: name };
    return fieldLines(path, field, { old, now }, names, [...way, label]);
  });
}

interface Pair {
  readonly old: unknown;
  readonly now: unknown;
}

/** Whoever reads what was changed need not read whose number is which: that is noted where numbers are shown whole. */
const shown = (path: string, value: unknown): unknown =>
  path === 'staff.phone' && typeof value === 'string' ? maskPhone(value) : value;

function fieldLines(path: string, field: Field, { old, now }: Pair, names: NamesOf, way: Way): Bilingual[] {
  if (field.kind === 'group' && isObject(old) && isObject(now))
    return linesOf(field.fields, old, now, names, way);
  if (field.kind === 'list' && field.of.kind === 'group' && Array.isArray(old) && Array.isArray(now))
    return memberLines(field.of.fields, old, now, names, way);
  if (field.kind === 'variant' && isObject(old) && isObject(now) && old[field.by] === now[field.by]) {
    const variant = field.variants.find(({ value }) => value === now[field.by]);
    return linesOf(variant?.fields ?? [], old, now, names, way);
  }
  const label = labelled(way);
  const to = valueWords(path, field, shown(path, now), names);
  if (old === undefined) return [said(label, to)];
  const from = valueWords(path, field, shown(path, old), names);
  if (field.kind === 'bilingual') return wordLines(label, from, to);
  return [arrow(label, from, to)];
}

/** Of words, in each language that they were changed in: whoever reads one of them sees that the other changed. */
const wordLines = (label: Bilingual, from: Bilingual, to: Bilingual): Bilingual[] =>
  languageSchema.options
    .filter((language) => from[language] !== to[language])
    .map((language) => {
      const change = `${from[language]} → ${to[language]}`;
      return {
        'zh-CN': `${label['zh-CN']}${language === 'en' ? '（英文）' : ''}：${change}`,
        en: `${label.en}${language === 'en' ? '' : ' (Chinese)'}: ${change}`,
      };
    });

const said = (label: Bilingual, value: Bilingual): Bilingual => ({
  'zh-CN': `${label['zh-CN']}：${value['zh-CN']}`,
  en: `${label.en}: ${value.en}`,
});

const arrow = (label: Bilingual, from: Bilingual, to: Bilingual): Bilingual =>
  said(label, { 'zh-CN': `${from['zh-CN']} → ${to['zh-CN']}`, en: `${from.en} → ${to.en}` });

/** What tells the members of a list from each other, else their place in it. */
const idOf = (member: unknown, place: number): string => {
  const id = isObject(member) ? (member['id'] ?? member['number'] ?? member['value']) : undefined;
  return written(id) || `#${place + 1}`;
};

function memberLines(
  fields: readonly NamedField[],
  old: readonly unknown[],
  now: readonly unknown[],
  names: NamesOf,
  way: Way,
): Bilingual[] {
  const before = new Map(old.map((member, place) => [idOf(member, place), member]));
  const after = new Map(now.map((member, place) => [idOf(member, place), member]));
  const field: Field = { kind: 'group', fields };
  const nameOf = (member: unknown): Bilingual => memberName(member) ?? valueWords('', field, member, names);
  const lines = [...after].flatMap(([id, member]): Bilingual[] => {
    const known = before.get(id);
    if (known === undefined)
      return [said(labelled([...way, { 'zh-CN': '新增', en: 'new' }]), nameOf(member))];
    if (!isObject(known) || !isObject(member)) return [];
    return linesOf(fields, known, member, names, [...way, memberName(member) ?? { 'zh-CN': id, en: id }]);
  });
  const gone = [...before].filter(([id]) => !after.has(id));
  const removed = gone.map(([, member]) =>
    said(labelled([...way, { 'zh-CN': '删除', en: 'removed' }]), nameOf(member)),
  );
  const all = [...lines, ...removed];
  return all.length > 0 ? all : [said(labelled(way), { 'zh-CN': '顺序有变', en: 'in another order' })];
}
