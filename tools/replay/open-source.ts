import { join } from 'node:path';
import * as z from 'zod';
import { openTable, type Table, tablesAt } from '../../adapters/dynamodb.js';
import { TownStore } from '../../adapters/town-store.js';
import { daysBetween } from '../../domain/calendar/plain-dates.js';
import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';
import { findDeployment, outputOf } from '../operator/deployment.js';
import { openKeptTown } from './kept-town.js';
import type { CaseSource, ReplayCall } from './replay-options.js';

/** A town, and the table with its recorded cases; invented ones are lived when it is asked for. */
export interface OpenedSource {
  readonly town: Town;
  readonly table: () => Promise<Table>;
  readonly close: () => Promise<void>;
}

/** The name of the one table that a local cloud or a data folder has. */
async function tableAt(endpoint: string): Promise<string> {
  return z.tuple([z.string()]).parse(await tablesAt(endpoint))[0];
}

async function townIn(table: Table, id: string | undefined): Promise<Town> {
  const store = new TownStore(table);
  const town = id ?? (await store.meant());
  if (town === undefined) throw new Error('no town was imported');
  return (await store.load(town)).town;
}

async function openAt(
  endpoint: string,
  id: string | undefined,
  close: () => Promise<void> = async () => {},
): Promise<OpenedSource> {
  try {
    const table = openTable(await tableAt(endpoint), endpoint);
    return { table: async () => table, town: await townIn(table, id), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Invented cases, so that somebody who has none can see a replay. */
function monthSource(
  root: string,
  { seed, requests }: Extract<CaseSource, { from: 'month' }>,
  { town: id = 'sanhehu', from, to, words }: ReplayCall,
): OpenedSource {
  const read = readTown(join(root, 'towns', id));
  if (!read.ok) throw new Error(`npm run town -- check towns/${id} says what is wrong with it`);
  const { town } = read;
  let close = async (): Promise<void> => {};
  const table = async (): Promise<Table> => {
    const { currentAssembly } = await import('../assembly.js');
    const { liveMonth } = await import('../month/live-month.js');
    const span = { from, days: daysBetween(from, to) + 1 };
    const onDay = (...lived: Parameters<typeof words.day>): void => console.error(`  ${words.day(...lived)}`);
    const assembly = await currentAssembly(root);
    const { cloud } = await liveMonth({ assembly, town, span, requests, seed, onDay });
    close = () => cloud.close();
    return openTable(cloud.outputs['TableName'] ?? '', cloud.endpoint);
  };
  return { town, table, close: () => close() };
}

/** Opens what the command line names. Rejects when there is nothing to read. */
export async function openSource(root: string, call: ReplayCall): Promise<OpenedSource> {
  const { source, town } = call;
  switch (source.from) {
    case 'data': {
      const kept = await openKeptTown(source.folder);
      return openAt(kept.endpoint, town, kept.close);
    }
    case 'endpoint':
      return openAt(source.url, town);
    case 'stage': {
      const table = openTable(outputOf(await findDeployment({ stage: source.name }), 'TableName'));
      return { table: async () => table, town: await townIn(table, town), close: async () => {} };
    }
    case 'month':
      return monthSource(root, source, call);
  }
}
