import { instantOf, isObject, numberOf, parseJson } from '../json.js';
import type { Keep } from '../keep.js';
import { type Attempt, attemptOf } from './attempt.js';
import { type Draft, EMPTY_DRAFT } from '../../contracts/resident/draft.js';

/** A draft holds a name and a phone, and a phone may be shared: after a week it is forgotten. */
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

const NAME = 'draft';

/** What is kept of an unsent form: the draft and the last submission that was tried. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly attempt?: Attempt;
}

export interface DraftKeep {
  /** What was kept, or an empty draft. */
  load(now: number): KeptDraft;
  save(kept: KeptDraft, now: number): void;
  forget(): void;
}

/** Keeps the unsent form on the device, so that a lost connection or a closed page loses no words. */
export function createDraftKeep(keep: Keep): DraftKeep {
  return {
    load(now) {
      const kept = parseJson(keep.read(NAME) ?? '');
      const savedAt = isObject(kept) ? instantOf(kept['savedAt']) : undefined;
      if (!isObject(kept) || savedAt === undefined || now - savedAt > KEPT_FOR) {
        keep.drop(NAME);
        return { draft: EMPTY_DRAFT };
      }
      return { draft: draftOf(kept['draft']), attempt: attemptOf(kept['attempt']) };
    },
    save: (kept, now) => keep.write(NAME, JSON.stringify({ ...kept, savedAt: now })),
    forget: () => keep.drop(NAME),
  };
}

function locationOf(value: unknown): Draft['location'] {
  if (!isObject(value)) return undefined;
  const lat = numberOf(value['lat']);
  const lng = numberOf(value['lng']);
  return lat === undefined || lng === undefined ? undefined : { lat, lng };
}

/** A draft read back from the device; whatever is not as expected is left empty. */
export function draftOf(value: unknown): Draft {
  const kept = isObject(value) ? value : {};
  const text = (name: keyof Draft): string => {
    const member = kept[name];
    return typeof member === 'string' ? member : '';
  };
  return {
    name: text('name'),
    phone: text('phone'),
    village: text('village'),
    group: text('group'),
    location: locationOf(kept['location']),
    category: text('category'),
    description: text('description'),
    keepNumbers: kept['keepNumbers'] === true,
    sameAs: text('sameAs'),
    forOther: kept['forOther'] === true,
    otherName: text('otherName'),
    otherPhone: text('otherPhone'),
  };
}
