import type { Town } from '../town/schema.js';
import { type Feature, featuresOf } from './features.js';
import { gazetteerOf } from './gazetteer.js';
import { maskLandmarks } from './mask-landmarks.js';
import { maskPlaces } from './mask-places.js';
import { evidenceFor, score, type Scored } from './linear.js';
import {
  complaintIn,
  emptyModel,
  evidenceOf,
  type Model,
  NO_DANGER,
  unpackModel,
  weigh,
  type Weighed,
} from './model.js';
import { orderFeatures } from './order-features.js';
import { type PlaceReading, readPlace } from './read-place.js';
import { withoutManners } from './polite-words.js';
import { READ_AT_MOST } from '../words/limits.js';
import { DANGERS, type Danger } from '../town/dangers.js';
import type { TextKind } from './example.js';

/**
 * From here on somebody is taken to be in danger; from the lower bound on it is asked back and the desk told. By
 * cross-validation on examples to learn from alone.
 */
const DANGER_FROM = 0.4;
const POSSIBLE_FROM = 0.32;
/** The same of words that surely ask for nothing, as jokes and thanks do, or only how things stand. */
const DANGER_THOUGH_NO_MATTER = 0.65;
/** By cross-validation on examples to learn from alone: at 0.7 half as many dangers again are answered like a joke. */
const SURELY_NO_MATTER = 0.8;
/** From here on it is a complaint about staff; from the lower bound on it may be one. */
const COMPLAINT_FROM = 0.6;
const MAYBE_COMPLAINT_FROM = 0.2;
/** Words that go with an answer complain of staff from here on: they would be read by whoever did the work. */
const COMPLAINT_IN_ANSWER = 0.4;
/** Words with another meaning, an answer or a form with a category, speak of a danger or complain of staff from here on. */
const PLAINLY = 0.7;
/** Below this a category is a guess. */
const CATEGORY_FROM = 0.5;
/** A text is left alone as no matter only from here on: a matter must not be lost. */
const NO_MATTER_FROM = 0.5;
/** The same of words that name what is the matter, or where: a thank-you behind a report is no thank-you. */
const NO_MATTER_THOUGH_NAMED = 0.65;
/** Letters beside a place that say nothing ("in Hanjiawa group 8"): then it says where something is, never that there is nothing. */
const BESIDE_PLACE = { han: 1, latin: 5 };
const NEVER = 2;
const BEST = 3;
/** The category of whatever fits no other. */
const OTHER = 'other';

export interface Reading {
  readonly kind: { readonly is: TextKind; readonly confidence: number; readonly evidence: readonly string[] };
  readonly danger: {
    /** `possible` is asked back. */
    readonly level: 'danger' | 'possible' | 'none';
    /** The likeliest kind; of no danger none. */
    readonly kind?: Danger | undefined;
    readonly confidence: number;
    readonly evidence: readonly string[];
  };
  readonly category: {
    /** The likeliest; every matter has one. */
    readonly id: string;
    readonly sure: boolean;
    readonly confidence: number;
    /** The likeliest first. */
    readonly best: readonly Weighed[];
    readonly evidence: readonly string[];
  };
  /** Whether it is about the town's own staff, or their work. */
  readonly complaint: {
    /** `possible` is treated as one until somebody has looked. */
    readonly level: 'complaint' | 'possible' | 'none';
    readonly confidence: number;
    readonly evidence: readonly string[];
  };
  readonly place: PlaceReading;
}

type ReadingTown = Pick<Town, 'categories' | 'villages' | 'grids' | 'model'>;

/** A town from before readings were learnt knows nothing, and says so. Importing it again makes it learn. */
const EMPTY = emptyModel();

/** A version of a town keeps its categories as one list, whatever else of it is looked at. */
const models = new WeakMap<Town['categories'], Model>();

function modelOf(town: ReadingTown): Model {
  const known = models.get(town.categories);
  if (known) return known;
  const model = town.model === '' ? EMPTY : unpackModel(town.model);
  models.set(town.categories, model);
  return model;
}

const isDanger = (label: string): label is Danger => (DANGERS as readonly string[]).includes(label);

/**
 * Reads free words: whether somebody is in danger, what it is about, where, and whether it is anything for the town at
 * all; each with how sure that is and the words that decided it. The same words are read the same way at every door.
 */
export function readWords(town: ReadingTown, text: string): Reading {
  const words = withoutManners(text.slice(0, READ_AT_MOST));
  const model = modelOf(town);
  const gazetteer = gazetteerOf(town);
  const place = readPlace(gazetteer, words);
  const masked = maskLandmarks(maskPlaces(gazetteer, words, place.evidence));
  const features = featuresOf(masked, model.concepts);
  const scored = score(model, [...features, ...orderFeatures(masked, model.concepts)]);
  const category = readCategory(model, scored, words);
  const isNamed = place.confidence > 0 || (category.sure && category.id !== OTHER);
  const isPlace = place.confidence > 0 && isHardlyMore(masked);
  const boundOfNone = isPlace ? NEVER : isNamed ? NO_MATTER_THOUGH_NAMED : NO_MATTER_FROM;
  const kind = readKind(model, scored, words, boundOfNone);
  const isNoMatter = kind.is !== 'matter' && kind.confidence >= SURELY_NO_MATTER;
  return {
    kind,
    danger: readDanger(model, scored, words, isNoMatter ? DANGER_THOUGH_NO_MATTER : POSSIBLE_FROM),
    category,
    complaint: readComplaint(model, features, words),
    place,
  };
}

const lettersIn = (words: string, letter: RegExp): number => words.match(letter)?.length ?? 0;
const isHardlyMore = (masked: string): boolean =>
  lettersIn(masked, /\p{Script=Han}/gu) <= BESIDE_PLACE.han &&
  lettersIn(masked, /[a-z]/gi) <= BESIDE_PLACE.latin;

function readKind(model: Model, scored: Scored, words: string, bound: number): Reading['kind'] {
  const [first, second] = weigh(model, scored, 'kind');
  const label = first && first.probability >= bound ? first.label : 'matter';
  const is = label === 'news' || label === 'nothing' ? label : 'matter';
  const confidence = first?.label === is ? first.probability : 1 - (first?.probability ?? 0);
  const evidence = evidenceOf(model, scored, words, { head: 'kind', label: is, against: second?.label });
  return { is, confidence, evidence };
}

function readDanger(model: Model, scored: Scored, words: string, bound: number): Reading['danger'] {
  const weighed = weigh(model, scored, 'danger');
  const none = weighed.find(({ label }) => label === NO_DANGER)?.probability ?? 1;
  const kind = weighed.map(({ label }) => label).find(isDanger);
  const confidence = 1 - none;
  const level = confidence < bound ? 'none' : confidence >= DANGER_FROM ? 'danger' : 'possible';
  if (level === 'none' || kind === undefined) return { level: 'none', confidence: none, evidence: [] };
  const evidence = evidenceOf(model, scored, words, { head: 'danger', label: kind, against: NO_DANGER });
  return { level, kind, confidence, evidence };
}

/** Whether words speak of a danger plainly. Of no danger the confidence says how surely there is none. */
export const isPlainDanger = ({ level, confidence }: Reading['danger']): boolean =>
  level !== 'none' && confidence >= PLAINLY;

/** Whether words complain about staff plainly. */
export const isPlainComplaint = ({ level, confidence }: Reading['complaint']): boolean =>
  level !== 'none' && confidence >= PLAINLY;

/** Whether what somebody wrote beside an answer complains about staff. */
export const complainsInAnswer = ({ complaint }: Reading): boolean =>
  complaint.level !== 'none' && complaint.confidence >= COMPLAINT_IN_ANSWER;

function readComplaint(
  { complaints }: Model,
  features: readonly Feature[],
  words: string,
): Reading['complaint'] {
  if (!complaints) return { level: 'none', confidence: 1, evidence: [] };
  const scored = score(complaints, features);
  const confidence = complaintIn(scored);
  const level =
    confidence >= COMPLAINT_FROM ? 'complaint' : confidence >= MAYBE_COMPLAINT_FROM ? 'possible' : 'none';
  if (level === 'none') return { level, confidence: 1 - confidence, evidence: [] };
  const evidence = evidenceFor(complaints, scored, words, { output: 0 });
  return { level, confidence, evidence };
}

function readCategory(model: Model, scored: Scored, words: string): Reading['category'] {
  const best = weigh(model, scored, 'category').slice(0, BEST);
  const [first, second] = best;
  const label = first?.label ?? '';
  const confidence = first?.probability ?? 0;
  const evidence = evidenceOf(model, scored, words, { head: 'category', label, against: second?.label });
  return { id: label, sure: confidence >= CATEGORY_FROM, confidence, best, evidence };
}
