import { ASK_KIND_NAMES, ASK_OPTIONS, type AskKind, type AskOption } from '../../domain/asks/ask-kinds.js';
import { instantOf, isObject, listOf, numberOf, textOf } from '../json.js';
import { type WorkPhoto, workPhotoOf } from '../work-photo.js';

/** What a text names, each by itself; the page has a word for each. */
export const FACT_NAMES = [
  'category',
  'programme',
  'step',
  'place',
  'person',
  'phone',
  'other',
  'documents',
  'reason',
  'figures',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** What the staff are asked; the others are put to residents, or to nobody. */
export type StaffAskKind = Exclude<AskKind, 'documents' | 'confirmation' | 'joined' | 'place'>;

const isOfStaff = (kind: AskKind): kind is StaffAskKind =>
  kind !== 'documents' && kind !== 'confirmation' && kind !== 'joined' && kind !== 'place';

export interface ChoosableOption {
  readonly option: AskOption;
  readonly label: string;
  /** Whether it needs words. */
  readonly note: 'none' | 'optional' | 'required';
}

/** One point of a check's form. */
export interface CheckPoint {
  readonly id: string;
  readonly label: string;
}

/** One field of a programme's form. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'choice' | 'yes-no';
  readonly required: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly min?: number;
  readonly max?: number;
  /** As it was filled in before. */
  readonly value?: FormValue;
}
export type FormValue = string | number | boolean;

export interface Fact {
  readonly fact: FactName;
  readonly value: string;
}

/** An ask in the list of all that somebody is asked. */
export interface AskSummary {
  readonly id: string;
  readonly kind: StaffAskKind;
  readonly facts: readonly Fact[];
  readonly request?: string;
  /** Epoch milliseconds. */
  readonly until: number;
  /** The signed link that opens it. */
  readonly link: string;
}

/** What a member of staff is asked: the answer of `GET /asks/{id}`. */
export interface Ask {
  readonly id: string;
  readonly kind: StaffAskKind;
  /** As it was texted. */
  readonly text: string;
  /** The name of whoever is asked. */
  readonly asked: string;
  readonly request?: string;
  readonly facts: readonly Fact[];
  /** The resident's own words. */
  readonly words?: string;
  /** Of an approval: the form as it was filled in. */
  readonly application: readonly { readonly label: string; readonly value: string }[];
  /** Of a check: what it looks at. */
  readonly points: readonly CheckPoint[];
  /** Ids of the resident's photos. */
  readonly photos: readonly string[];
  /** Photos of what was done so far. */
  readonly workPhotos: readonly WorkPhoto[];
  /** How many photos may go with `done`; none is ever needed. */
  readonly mostPhotos: number;
  /** Whether aid in yuan can be recorded with `done`. */
  readonly aid: boolean;
  readonly options: readonly ChoosableOption[];
  /** Epoch milliseconds. */
  readonly until: number;
  readonly programme?: {
    readonly name: string;
    readonly documents: readonly string[];
    readonly form: readonly FormField[];
  };
}

const oneOf = <T extends string>(names: readonly T[], value: unknown): T | undefined =>
  names.find((name) => name === value);

function optionOf(value: unknown): ChoosableOption | undefined {
  if (!isObject(value)) return undefined;
  const option = oneOf(ASK_OPTIONS, value['option']);
  if (option === undefined) return undefined;
  const note = oneOf(['none', 'optional', 'required'] as const, value['note']) ?? 'optional';
  return { option, label: textOf(value['label']) ?? option, note };
}

function factOf(value: unknown): Fact | undefined {
  if (!isObject(value)) return undefined;
  const fact = oneOf(FACT_NAMES, value['fact']);
  const said = textOf(value['value']);
  return fact === undefined || said === undefined ? undefined : { fact, value: said };
}

function choiceOf(value: unknown): FormField['choices'][number] | undefined {
  if (!isObject(value)) return undefined;
  const chosen = textOf(value['value']);
  return chosen === undefined ? undefined : { value: chosen, label: textOf(value['label']) ?? chosen };
}

export const isFormValue = (value: unknown): value is FormValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function fieldOf(value: unknown): FormField | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const type = oneOf(['text', 'number', 'date', 'choice', 'yes-no'] as const, value['type']);
  if (id === undefined || type === undefined) return undefined;
  return {
    id,
    type,
    label: textOf(value['label']) ?? id,
    required: value['required'] === true,
    choices: listOf(value['choices'], choiceOf),
    min: numberOf(value['min']),
    max: numberOf(value['max']),
    value: isFormValue(value['value']) ? value['value'] : undefined,
  };
}

function lineOf(value: unknown): Ask['application'][number] | undefined {
  if (!isObject(value)) return undefined;
  const label = textOf(value['label']);
  const said = textOf(value['value']);
  return label === undefined || said === undefined ? undefined : { label, value: said };
}

function pointOf(value: unknown): CheckPoint | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  return id === undefined ? undefined : { id, label: textOf(value['label']) ?? id };
}

function programmeOf(value: unknown): Ask['programme'] {
  if (!isObject(value)) return undefined;
  return {
    name: textOf(value['name']) ?? '',
    documents: listOf(value['documents'], textOf),
    form: listOf(value['form'], fieldOf),
  };
}

const kindOf = (value: unknown): StaffAskKind | undefined => oneOf(ASK_KIND_NAMES.filter(isOfStaff), value);

/** One ask of the list; undefined when it is none that staff are asked. */
export function askSummaryOf(value: unknown): AskSummary | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const kind = kindOf(value['kind']);
  const until = instantOf(value['until']);
  const link = textOf(value['link']);
  if (id === undefined || kind === undefined || until === undefined || link === undefined) return undefined;
  return { id, kind, until, link, facts: listOf(value['facts'], factOf), request: textOf(value['request']) };
}

/** The answer of `GET /asks/{id}`; undefined when it is none. */
export function askOf(value: unknown): Ask | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const kind = kindOf(value['kind']);
  const until = instantOf(value['until']);
  const options = listOf(value['options'], optionOf);
  if (id === undefined || kind === undefined || until === undefined || options.length === 0) return undefined;
  return {
    id,
    kind,
    until,
    options,
    text: textOf(value['text']) ?? '',
    asked: textOf(value['asked']) ?? '',
    request: textOf(value['request']),
    facts: listOf(value['facts'], factOf),
    words: textOf(value['words']),
    photos: listOf(value['photos'], textOf),
    workPhotos: listOf(value['workPhotos'], workPhotoOf),
    mostPhotos: numberOf(value['mostPhotos']) ?? 0,
    aid: value['aid'] === true,
    programme: programmeOf(value['programme']),
    application: listOf(value['application'], lineOf),
    points: isObject(value['form']) ? listOf(value['form']['points'], pointOf) : [],
  };
}
