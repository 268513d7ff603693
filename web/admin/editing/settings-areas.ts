import type { NamedField } from '../../../domain/editing/field.js';
import { fieldWords } from '../../../domain/editing/field-words.js';
import {
  AREA_OF,
  SETTING_AREAS,
  type SettingArea,
  settingWords,
} from '../../../domain/editing/settings-in-words.js';
import type { Language } from '../../../domain/words/language.js';

/** A part of the settings, with those of its fields that are shown. */
export interface Area {
  readonly id: SettingArea;
  readonly fields: readonly NamedField[];
}

const AREAS = Object.keys(SETTING_AREAS) as SettingArea[];
const areaOf: Readonly<Record<string, SettingArea>> = AREA_OF;

/** All fields in their parts; a setting of a service that is newer than this page stands in the first. */
export const areasOf = (fields: readonly NamedField[]): Area[] =>
  AREAS.map((id, place) => ({
    id,
    fields: fields.filter(({ name }) => (areaOf[name] ?? (place === 0 ? id : undefined)) === id),
  })).filter((area) => area.fields.length > 0);

/** What settings there are in a part; where all are of one thing, what stands in that. */
export function namesIn({ fields }: Area, language: Language): string[] {
  const [only, ...others] = fields;
  const named = only?.field.kind === 'group' && others.length === 0 ? only.field.fields : fields;
  return named.map(({ name, path }) => fieldWords(path)?.[language] ?? name);
}

/** What is read of a field, and of all that is in it. */
function wordsOf({ path, name, field }: NamedField, language: Language): string[] {
  const own = [name, fieldWords(path)?.[language] ?? '', settingWords(path)?.hint?.[language] ?? ''];
  const inner =
    field.kind === 'list' && field.of.kind === 'group'
      ? field.of.fields
      : field.kind === 'group'
        ? field.fields
        : field.kind === 'variant'
          ? field.variants.flatMap(({ fields }) => fields)
          : [];
  return [...own, ...inner.flatMap((one) => wordsOf(one, language))];
}

/** The parts with those fields in which the sought words stand; a group that is called so is whole. */
export function areasWith(areas: readonly Area[], sought: string, language: Language): Area[] {
  const wanted = sought.trim().toLowerCase();
  if (wanted === '') return [...areas];
  const isFound = (words: readonly string[]): boolean =>
    words.some((word) => word.toLowerCase().includes(wanted));
  return areas
    .map(({ id, fields }) => ({
      id,
      fields: isFound([SETTING_AREAS[id][language]])
        ? fields
        : fields.filter((field) => isFound(wordsOf(field, language))),
    }))
    .filter(({ fields }) => fields.length > 0);
}
