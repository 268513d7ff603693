import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelStore } from '@small-grid/local-cloud/data-folder';
import type { AskItem } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import { operatorServices, type OperatorServices } from '../../adapters/operator-services.js';
import type { AskKind } from '../../domain/asks/ask-names.js';
import { type Journal, journals, type PlayedCase } from './before/journal.js';
import { TownStory } from './town-story.js';

/** Of the writes of a journal, each of this many is a place to cut it off: some in the suite, every one with TAKE_OVER=all. */
const EVERY = process.env['TAKE_OVER'] === 'all' ? 1 : 60;

const ANSWERS: Partial<Record<AskKind, string>> = {
  acceptance: '1',
  outcome: '1 换了灯泡',
  report: '1 接好了',
  confirmation: '1',
};

/** What the release had put to the disk by then, in a folder that has the town. */
async function leftAt(town: string, { writes }: Journal, cut: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'small-grid-taken-over-'));
  cpSync(town, folder, { recursive: true });
  for (const part of ['state', 'dynamodb']) {
    const last = new Map(
      writes
        .slice(0, cut)
        .filter((write) => write.part === part)
        .flatMap(({ entries }) => entries.map(([key, value]) => [key, value] as const)),
    );
    const store = await openLevelStore(join(folder, part));
    await store.batch([...last].map(([key, value]) => ({ key, value })));
    await store.close();
  }
  return folder;
}

const servicesOf = (town: TownStory): OperatorServices =>
  operatorServices({
    table: town.output('TableName'),
    deadLetters: town.output('DeadLettersUrl'),
    endpoint: town.cloud.endpoint,
  });

/** Whoever is asked answers, as they did under that release, until nobody is asked any more. */
async function playOn(town: TownStory, cases: readonly PlayedCase[]): Promise<void> {
  const { asks } = servicesOf(town);
  const answer = async ({ code, kind, contact }: AskItem, phone: string): Promise<void> => {
    const staff = staffOfContact(contact);
    await town.text(staff === undefined ? phone : town.phoneOf(staff), `${code} ${ANSWERS[kind] ?? '1'}`);
  };
  for (let round = 0; round < 8; round += 1) {
    for (const { id, phone } of cases)
      for (const ask of await asks.ofRequest('sanhehu', id))
        if (ask.state === 'open') await answer(ask, phone);
    // What the release had begun and not finished is taken up by queues and the sweep.
    await town.advance('PT6M');
  }
}

/**
 * Stops what runs for the cases, and has the console start it anew: by the definition of this release, from the record.
 * What was at its last state may come to its end before it is stopped.
 */
async function startAnew(town: TownStory, cases: readonly PlayedCase[]): Promise<void> {
  const machine = town.output('RequestStateMachineArn');
  const act = async (name: string, what: 'stop' | 'retry'): Promise<number> => {
    const path = `/admin/executions/resident-request/${name}/${what}`;
    return (await town.admin('administrator', path, 'POST', {})).status;
  };
  for (const { name, status } of await town.executions([machine])) {
    if (status !== 'RUNNING' || !cases.some(({ id }) => name.startsWith(id))) continue;
    await act(name, 'stop');
    const retried = await act(name, 'retry');
    const stands = (await town.executions([machine])).find((one) => one.name === name)?.status;
    expect([
      { retried: 202, stands: 'ABORTED' },
      { retried: 409, stands: 'SUCCEEDED' },
    ]).toContainEqual({ retried, stands });
  }
}

/** How the cases stand that the release had taken in, and whether their latest execution came to its end. */
async function endsOf(town: TownStory, cases: readonly PlayedCase[]) {
  const { requests } = servicesOf(town);
  const ran = await town.executions();
  const ends = cases.map(async ({ id }) => {
    const record = await requests.find('sanhehu', id);
    const own = ran.filter(({ name }) => name.startsWith(id)).map(({ status }) => status);
    return (
      record && {
        closedAs: record.closedAs,
        ended: own.includes('SUCCEEDED'),
        running: own.includes('RUNNING'),
      }
    );
  });
  return (await Promise.all(ends)).filter((end) => end !== undefined);
}
const ENDED = { closedAs: 'satisfied', ended: true, running: false };

let kept: string;
beforeAll(async () => {
  kept = mkdtempSync(join(tmpdir(), 'small-grid-town-'));
  await (await TownStory.begin({ data: kept })).end();
});
afterAll(() => rmSync(kept, { recursive: true }));

type Upgrade = (town: TownStory, cases: readonly PlayedCase[]) => Promise<void>;

/** Opens what a release left behind one of its writes, and plays it to the end. */
async function takeOver(journal: Journal, cut: number, upgrade: Upgrade) {
  const data = await leftAt(kept, journal, cut);
  const town = await TownStory.begin({ data, at: journal.at, isKept: true, console: true });
  try {
    await upgrade(town, journal.cases);
    await playOn(town, journal.cases);
    return await endsOf(town, journal.cases);
  } finally {
    await town.end();
    rmSync(data, { recursive: true });
  }
}

describe.each(journals().map((journal) => [journal.release, journal] as const))(
  'what release %s left',
  (_release, journal) => {
    const cuts = journal.writes.flatMap((_, n) => ((n + 1) % EVERY === 0 ? [n + 1] : []));
    /** By then it had told somebody that their request was taken in. */
    const taken = journal.writes.findIndex(({ entries }) => entries.some(([key]) => key.startsWith('sms/')));

    it.each(cuts)(
      'behind its write %i goes to its end by its own definition and the functions of this one',
      async (cut) => {
        const ends = await takeOver(journal, cut, async () => undefined);
        for (const end of ends) expect(end).toEqual(ENDED);
        expect(ends.length).toBeGreaterThanOrEqual(cut > taken ? 1 : 0);
      },
    );

    it.each(cuts)(
      'behind its write %i, stopped and started anew, goes to its end by the definition of this one',
      async (cut) => {
        for (const end of await takeOver(journal, cut, startAnew)) expect(end).toEqual(ENDED);
      },
    );
  },
);
