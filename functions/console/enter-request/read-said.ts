import type { Services } from '../../../adapters/services.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { adviceOf, dangerName } from '../../../domain/request/danger-words.js';
import { matterOf } from '../../../domain/request/matter-of.js';
import { sealMatter } from '../../../domain/request/seal-matter.js';
import { given } from '../../../domain/words/given.js';
import { type readSaidRoute, saidBody, type SaidAnswer } from '../../../contracts/console/entered.js';
import { readBody } from '../../http/read-body.js';
import type { CallOf } from '../../http/route-handler.js';
import { ofTown } from './of-town.js';

/** `POST /admin/requests/reading`: how words would be taken in as they are typed; nothing is stored. */
export async function readSaid({ towns }: Services<{ towns: 'read' }>, call: CallOf<typeof readSaidRoute>) {
  const { town } = await towns.load(call.user.town);
  const { description, ...chosen } = readBody(call, ofTown(town, saidBody));
  const reading = readWords(town, description);
  const matter = sealMatter(town, matterOf(town, reading, chosen), reading, { words: description });
  const { danger, category, path, village, group, grid, unsure, confidential } = matter;
  const isRead = category === reading.category.id;
  const answer: SaidAnswer = {
    path,
    ...(danger && {
      danger: {
        ...danger,
        name: dangerName(danger.kind, town, call.language),
        advice: adviceOf(danger.kind, town, call.language),
        evidence: [...reading.danger.evidence],
      },
    }),
    category: {
      id: category,
      sure: isRead ? reading.category.sure : !unsure?.categories,
      evidence: isRead ? [...reading.category.evidence] : [],
    },
    place: {
      ...given({ village, group, grid }),
      candidates: unsure?.villages ?? [],
      evidence: [...reading.place.evidence],
    },
    ...(confidential ? { confidential: true } : {}),
  };
  return call.answer(200, answer);
}
