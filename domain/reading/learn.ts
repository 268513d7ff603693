import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Town } from '../town/schema.js';
import { COMPLAINT_TEXTS } from './complaint-texts.js';
import { type Example, examplesToLearn } from './example.js';
import { examplesInNames } from './examples-of.js';
import { learntFrom, packModel } from './model.js';
import { train } from './train.js';
import { gazetteerOf } from './gazetteer.js';
import { maskPlaces } from './mask-places.js';

type Learning = Pick<Town, 'categories' | 'villages' | 'grids'>;

/** Tells what a model was learnt from, however much that is. */
const fingerprintOf = (learnt: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(learnt))));

/** Changes whenever what is learnt from the same examples does: what was remembered before is then learnt anew. */
const MANNER = 8;

/** Models by the fingerprint of their examples. */
export interface Memory {
  readonly recall: (fingerprint: string) => string | undefined;
  readonly keep: (fingerprint: string, model: string) => void;
}

/** A memory of one model. */
export const remembering = (model: string): Memory => ({
  recall: (fingerprint) => (model !== '' && learntFrom(model) === fingerprint ? model : undefined),
  keep: () => undefined,
});

/**
 * The examples that a town's reading learns: all but those held out to measure with, and the names of its categories.
 * The same examples give the same model, so that a remembered one is not learnt again.
 */
export function learn(
  town: Learning,
  examples: readonly Example[],
  memory: Memory = remembering(''),
): string {
  const { categories } = town;
  const learnt = [...examplesToLearn(examples), ...examplesInNames(categories)];
  const fingerprint = fingerprintOf([
    MANNER,
    categories.map(({ id }) => id),
    town.villages.map(({ name }) => name),
    learnt,
    COMPLAINT_TEXTS,
  ]);
  const before = memory.recall(fingerprint);
  if (before !== undefined) return before;
  const gazetteer = gazetteerOf(town);
  const parts = train(
    categories.map(({ id }) => id),
    learnt,
    (words) => maskPlaces(gazetteer, words),
  );
  const model = packModel({ ...parts, fingerprint });
  memory.keep(fingerprint, model);
  return model;
}
