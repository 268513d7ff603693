import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { changesInWords, type EntryChanged, townNames } from '../../../domain/editing/changes-in-words.js';
import { checkEdited, editTown, type UnfitEntry } from '../../../domain/editing/edit-town.js';
import { entryTitle, type NamesOf } from '../../../domain/editing/entry-title.js';
import { otherWords } from '../../../domain/editing/other-changes.js';
import { inNames } from '../../../domain/editing/problem-in-names.js';
import { locateIn } from '../../../domain/editing/sections.js';
import { examplesOf } from '../../../domain/reading/examples-of.js';
import { learn, remembering } from '../../../domain/reading/learn.js';
import type { Town } from '../../../domain/town/schema.js';
import type { TownProblem } from '../../../domain/town/town-problem.js';
import type { Language } from '../../../domain/words/language.js';
import type {
  ChangedEntry,
  ConflictProblem,
  EditProblem,
  EditProblems,
  editRoute,
} from '../../../contracts/console/editing.js';
import { explainIssue } from '../../../towns/explain-issue.js';
import { audit } from '../audit.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { problemWords, type ProblemType } from '../../http/problem-words.js';
import type { CallOf, ConsoleCall } from '../../http/route-handler.js';
import type { Managing } from './managing.js';
import { openRequestsMoved } from './open-requests-moved.js';
import { store } from './save-town.js';
import { versionLine } from './version-line.js';

/** Bytes: a few hundred changed entries, programmes with long forms among them. */
const LARGEST_EDIT = 1_000_000;

/** `POST /admin/town/changes`: entries of any sections, as one version; checked as a whole, as an import is. */
export const editSections = (services: Managing) => async (call: CallOf<typeof editRoute>) => {
  const { version, changes, check } = call.body({ largest: LARGEST_EDIT });
  const { version: current, stored } = await services.towns.openWhole(call.user.town);
  if (current !== version) return conflict(services, call, { read: version, current, now: stored });
  const edited = editTown(stored, changes);
  if (!edited.ok) {
    const wording: Wording = { names: townNames(stored, edited.rest ?? stored), language: call.language };
    return wrong(
      [
        ...edited.unfit.flatMap((one) => unfitProblems(one, wording)),
        // Whoever has the form of another entry open hears what is wrong with that one.
        ...(edited.rest ? checkedProblems(edited.rest, wording) : []),
      ],
      call.language,
    );
  }
  return takeOver(services, call, { version, stored, next: edited.town, check, action: 'town.edited' });
};

/** The town as it would become. */
export interface NextTown {
  readonly version: number;
  readonly stored: Town;
  readonly next: Town;
  readonly check: boolean;
  readonly action: 'town.edited' | 'town.restored';
  readonly restored?: number;
}

type Answering = Pick<CallOf<typeof editRoute>, 'answer'>;

/** Checks a town, says what would change, and makes it the next version unless that was all that was asked. */
export async function takeOver(services: Managing, call: ConsoleCall & Answering, change: NextTown) {
  const { version, stored, next, check, action, restored } = change;
  const problems = checkedProblems(next, { names: townNames(stored, next), language: call.language });
  if (problems.length > 0) return wrong(problems, call.language);
  const found = changesInWords(stored, next);
  const changed = inLanguage(found, call.language);
  const besides = otherWords(stored, next).map((line) => line[call.language]);
  const follows = [...besides, ...(await openRequestsMoved(services, call, { stored, next, version }))];
  if (check || found.length + besides.length === 0) return call.answer(200, { version, changed, follows });
  const parts = [...new Set(found.map(({ section }) => section))];
  await audit(services, call, {
    action,
    subject: restored === undefined ? parts.join(' ') : String(restored),
    detail: `after version ${version}`,
  });
  const learnt = { ...next, model: learn(next, examplesOf(next), remembering(stored.model)) };
  const made = await store(services, call, learnt, version, {
    how: action === 'town.edited' ? 'edited' : 'restored',
    parts,
    ...(restored === undefined ? {} : { restored }),
  });
  return call.answer(200, { version: made, changed, follows });
}

export const inLanguage = (changes: readonly EntryChanged[], language: Language): ChangedEntry[] =>
  changes.map(({ title, lines, ...change }) => ({
    ...change,
    title: title[language],
    lines: lines.map((line) => line[language]),
  }));

interface Wording {
  readonly names: NamesOf;
  readonly language: Language;
}

const unfitProblems = ({ section, key, value, issues }: UnfitEntry, wording: Wording): EditProblem[] =>
  issues
    .flatMap((issue) => explainIssue(issue, value))
    .map(({ path, message }) => ({
      section,
      key,
      title: entryTitle(section, value, wording.names)[wording.language],
      field: [...path],
      message: inNames(message, wording.names)[wording.language],
    }));

function located({ path, message }: TownProblem, town: Town, { names, language }: Wording): EditProblem {
  const found = locateIn(path, town);
  return {
    ...(found && {
      section: found.section,
      key: found.key,
      title: names(found.section).get(found.key)?.[language] ?? found.key,
    }),
    field: [...(found?.field ?? path)],
    message: inNames(message, names)[language],
  };
}

const checkedProblems = (town: Town, wording: Wording): EditProblem[] =>
  checkEdited(town).map((one) => located(one, town, wording));

/** The problems, each beside its field: 422. Nothing was changed. */
const wrong = (found: EditProblem[], language: Language) =>
  problem('town-wrong', { found } satisfies Pick<EditProblems, 'found'>, language);

interface Conflict {
  readonly read: number;
  readonly current: number;
  readonly now: Town;
}

/** Who changed what since a version was read: 409. */
export async function conflict(services: Managing, call: ConsoleCall, { read, current, now }: Conflict) {
  const lines = (await services.towns.versions(call.user.town)).filter(({ version }) => version > read);
  const then = await services.towns.wholeVersion(call.user.town, read);
  if (!then || read > current) throw new Problem('town-changed');
  const body: Pick<ConflictProblem, 'version' | 'since' | 'changed'> = {
    version: current,
    since: lines.map(versionLine),
    changed: inLanguage(changesInWords(then, now), call.language),
  };
  return problem('town-changed', body, call.language);
}

const problem = (type: ProblemType, more: object, language: Language): APIGatewayProxyStructuredResultV2 => {
  const { status, title } = problemWords(type);
  return json(
    status,
    { type: `urn:small-grid:problem:${type}`, title: title[language], status, ...more },
    { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  );
};
