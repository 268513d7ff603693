import type * as z from 'zod';
import type { askAnswer } from '../../../contracts/staff/ask.js';
import type { Services } from '../../../adapters/services.js';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import { dutyOf } from '../../../domain/request/duty-of.js';
import type { Language } from '../../../domain/words/language.js';
import type { AskSubject } from '../../use-cases/ask-subject.js';

type View = Pick<z.input<typeof askAnswer>, 'targets'>;

/** Answers that name somebody of the town. */
const PASSES_ON: readonly AskOption[] = ['transfer', 'place', 'call'];

/** Whom it can be passed on to: never the town's desks, and no grid where the duty list keeps it from grids. */
export async function targetsView(
  services: Services<{ towns: 'read' }>,
  subject: AskSubject,
  { kind, options }: PlannedAsk,
  language: Language,
): Promise<View> {
  // A complaint that turns out to be none goes the normal way, to nobody that is named.
  if (subject.of !== 'request' || kind === 'complaint') return {};
  if (!PASSES_ON.some((option) => options.includes(option))) return {};
  const { record } = subject;
  const { town } = await services.towns.load(record.town);
  const category = town.categories.find(({ id }) => id === record.category);
  const duty = dutyOf(record, town)?.department;
  return {
    targets: {
      departments: town.departments
        .filter((one) => one.kind !== 'desk')
        .map(({ id, name, keywords }) => ({
          id,
          name: name[language],
          keywords: [...keywords],
          ...(id === category?.department || id === duty ? { likely: true as const } : {}),
        })),
      grids:
        duty === undefined ? town.grids.map(({ number, name }) => ({ number, name: name[language] })) : [],
    },
  };
}
