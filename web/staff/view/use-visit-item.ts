import type { Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { visitBody, type VisitDraft } from '../visits.js';

/** Which household of which list. */
export interface VisitTarget {
  readonly link: string;
  /** The grid by name. */
  readonly place: string;
  readonly household: number;
}

/** A visit as it is kept and sent, under a key of its own: it counts once. */
export function useVisitItem({ link, place, household }: VisitTarget) {
  const { messages, now } = usePage();
  const { visits } = messages;
  return (draft: VisitDraft, key: string): Waiting => {
    const visit = visitBody(household, key, draft);
    const met = visit.people > 0 ? visits.met(visit.people) : visits.nobodyIn;
    return {
      id: key,
      link,
      about: [place, visits.household(household)].join(' · '),
      said: [met, draft.note.trim()].filter(Boolean).join(' · '),
      body: { visits: [visit] },
      at: now(),
    };
  };
}
