import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../../domain/domain-error.js';
import { remembering } from '../../../domain/reading/learn.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Problem as TownProblem } from '../../../towns/problem.js';
import { readTownFiles, type ReadTown } from '../../../towns/read-town-files.js';
import { sentFiles } from '../../../towns/town-files.js';
import { handOver } from '../../use-cases/hand-over.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { problemWords } from '../../http/problem-words.js';
import type { TownProblems } from '../../../contracts/console/town.js';
import type { ImportOptions } from '../../../adapters/town-store.js';
import type { Managing } from './managing.js';

/** Files of a town by name. */
export type Files = Readonly<Record<string, string>>;

/** Reads a whole town from its files, as an import does; another town's is wrong. `learnt`: its reading before. */
export function checkFiles(town: string, files: Files, learnt: string): ReadTown {
  return readTownFiles(sentFiles(files), remembering(learnt), town);
}

/** The problems by file, row and field: 422. Nothing was changed. */
export function wrong(
  problems: readonly TownProblem[],
  language: Language,
): APIGatewayProxyStructuredResultV2 {
  const body: TownProblems = {
    type: 'urn:small-grid:problem:town-wrong',
    title: problemWords('town-wrong').title[language],
    status: 422,
    problems: problems.map(({ message, ...place }) => ({ ...place, message: message[language] })),
  };
  return json(422, body, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** Stores the town's next version, and tells new holders of posts; 409 where another was stored since `from`. */
export async function store(
  services: Managing,
  { at, user }: ConsoleCall,
  town: Town,
  from: number,
  made: Pick<NonNullable<ImportOptions['made']>, 'how' | 'parts' | 'restored'>,
): Promise<number> {
  const by = { who: user.id, name: user.name };
  const { version } = await stored(services, town, { at, from, made: { ...by, ...made } });
  await handOver(services, town.settings.id, at);
  return version;
}

async function stored({ towns }: Managing, town: Town, options: ImportOptions) {
  try {
    return await towns.importTown(town, options);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'TownChanged') throw new Problem('town-changed');
    throw error;
  }
}
