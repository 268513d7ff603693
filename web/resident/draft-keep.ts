import * as z from 'zod';
import { parseJson } from '../json.js';
import { readAnswer } from '../read-answer.js';
import type { Keep } from '../keep.js';
import { type Attempt, attemptSchema } from './attempt.js';
import { type Draft, EMPTY_DRAFT } from '../../contracts/resident/draft.js';

/** A draft holds a name and a phone, and a phone may be shared: after a week it is forgotten. */
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

const NAME = 'draft';

const text = z.string();
/** Unexpected values are left empty. */
const draftSchema = z
  .object({
    name: text,
    phone: text,
    village: text,
    group: text,
    location: z.object({ lat: z.number(), lng: z.number() }),
    category: text,
    description: text,
    keepNumbers: z.boolean(),
    confidential: z.boolean(),
    anonymous: z.boolean(),
    sameAs: text,
    forOther: z.boolean(),
    otherName: text,
    otherPhone: text,
  })
  .partial();
const keptSchema = z.object({
  savedAt: z.number(),
  draft: draftSchema.optional(),
  attempt: attemptSchema.optional(),
});

/** The kept part of an unsent form: the draft and the last submission that was tried. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly attempt?: Attempt;
}

export interface DraftKeep {
  /** The kept form, or an empty draft. */
  load(now: number): KeptDraft;
  save(kept: KeptDraft, now: number): void;
  forget(): void;
}

/** Keeps the unsent form on the device, so that a lost connection or a closed page loses no words. */
export function createDraftKeep(keep: Keep): DraftKeep {
  return {
    load(now) {
      const kept = readAnswer(keptSchema, parseJson(keep.read(NAME) ?? ''));
      if (!kept || now - kept.savedAt > KEPT_FOR) {
        keep.drop(NAME);
        return { draft: EMPTY_DRAFT };
      }
      return { draft: { ...EMPTY_DRAFT, ...kept.draft }, attempt: kept.attempt };
    },
    save: (kept, now) => keep.write(NAME, JSON.stringify({ ...kept, savedAt: now })),
    forget: () => keep.drop(NAME),
  };
}
