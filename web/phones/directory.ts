import type { Bilingual, Language } from '../../domain/words/language.js';
import { isObject, listOf, numberOf, textOf } from '../json.js';

/** Somebody of the town whose phone can be opened. */
export interface DirectoryPerson {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
  /** Their roles: posts, departments. */
  readonly roles: readonly Bilingual[];
  readonly grids: readonly number[];
}

/** A first case for somebody who has just arrived: what the resident texts, and what a good answer says. */
export interface GuidedCase {
  readonly id: string;
  readonly title: Bilingual;
  /** An invented number, E.164. */
  readonly resident: string;
  readonly says: string;
  /** Behind option 1, where something was done, and where a day is agreed on; elsewhere 1 says enough. */
  readonly done: string;
  readonly day: string;
  /** A word, in small letters, of the texts that ask for a day. */
  readonly asksForDay: string;
  /** The same of texts that ask whether it is done. */
  readonly asksIfDone: string;
  /** For an application by its form: the word for it, and the values; empty where the case has none. */
  readonly form: string;
  /** How many texts it takes where everybody answers with yes: the first, and one for each question. */
  readonly steps: number;
}

/** Another town of the same deployment. */
export interface OtherTown {
  readonly name: Bilingual;
  /** The language that its people write. */
  readonly language: Language;
  /** Of its Phones page, from this one. */
  readonly address: string;
  /** The number people text there, E.164. */
  readonly smsNumber: string;
}

/** The town as the Phones page knows it: the file `directory.json` beside it. */
export interface Directory {
  readonly town: {
    readonly name: Bilingual;
    readonly language: Language;
    readonly sample: boolean;
    readonly timeZone: string;
  };
  /** The number people text, E.164. */
  readonly smsNumber: string;
  /** The calling code of numbers that are typed without one. */
  readonly countryCode: string;
  /** Where the residents' pages and API are. */
  readonly apiUrl: string;
  readonly people: readonly DirectoryPerson[];
  /** Only a sample town has some: nobody plays with a real one. */
  readonly guided: readonly GuidedCase[];
  readonly others: readonly OtherTown[];
}

/** Words in both languages, read from JSON. */
function bilingualOf(value: unknown): Bilingual | undefined {
  if (!isObject(value)) return undefined;
  const zh = textOf(value['zh-CN']);
  const en = textOf(value['en']);
  return zh !== undefined && en !== undefined ? { 'zh-CN': zh, en } : undefined;
}

function guidedOf(value: unknown): GuidedCase | undefined {
  if (!isObject(value)) return undefined;
  const text = (name: string) => textOf(value[name]) ?? '';
  const title = bilingualOf(value['title']);
  const words = {
    says: text('says'),
    done: text('done'),
    day: text('day'),
    asksForDay: text('asksForDay'),
    asksIfDone: text('asksIfDone'),
  };
  const guided = { id: text('id'), resident: text('resident'), ...words };
  return title === undefined || Object.values(guided).includes('')
    ? undefined
    : { title, ...guided, form: text('form'), steps: numberOf(value['steps']) ?? 0 };
}

const languageOf = (value: unknown): Language | undefined =>
  value === 'zh-CN' || value === 'en' ? value : undefined;

function otherOf(value: unknown): OtherTown | undefined {
  if (!isObject(value)) return undefined;
  const name = bilingualOf(value['name']);
  const language = languageOf(value['language']);
  const address = textOf(value['address']);
  const smsNumber = textOf(value['smsNumber']);
  return name && language && address !== undefined && smsNumber !== undefined
    ? { name, language, address, smsNumber }
    : undefined;
}

function personOf(value: unknown): DirectoryPerson | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value['name']);
  const phone = textOf(value['phone']);
  if (name === undefined || phone === undefined) return undefined;
  return { name, phone, roles: listOf(value['roles'], bilingualOf), grids: listOf(value['grids'], numberOf) };
}

function townOf(value: unknown): Directory['town'] | undefined {
  if (!isObject(value)) return undefined;
  const name = bilingualOf(value['name']);
  const timeZone = textOf(value['timeZone']);
  const language = languageOf(value['language']);
  return name === undefined || timeZone === undefined || language === undefined
    ? undefined
    : { name, language, sample: value['sample'] === true, timeZone };
}

/** A directory read from JSON; undefined when it is none. */
export function directoryOf(value: unknown): Directory | undefined {
  if (!isObject(value)) return undefined;
  const town = townOf(value['town']);
  const smsNumber = textOf(value['smsNumber']);
  const countryCode = textOf(value['countryCode']);
  const apiUrl = textOf(value['apiUrl']);
  if (town === undefined || smsNumber === undefined || countryCode === undefined || apiUrl === undefined)
    return undefined;
  const people = listOf(value['people'], personOf);
  const guided = listOf(value['guided'], guidedOf);
  return { town, smsNumber, countryCode, apiUrl, people, guided, others: listOf(value['others'], otherOf) };
}
