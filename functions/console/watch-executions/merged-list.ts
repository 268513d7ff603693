import * as z from 'zod';
import type { ExecutionsPage, WatchedExecution } from '../../../adapters/execution-watch.js';

/** An execution in the list of all machines. */
export interface Listed {
  readonly machine: string;
  readonly execution: WatchedExecution;
}

/** Where a page of the list ended: behind which execution, and each machine's next page; one left out is at its end. */
export const placeSchema = z.object({
  after: z.object({ at: z.string(), machine: z.string(), name: z.string() }).optional(),
  tokens: z.record(z.string(), z.string().nullable()),
});
export type Place = z.infer<typeof placeSchema>;

/** One machine's executions, as far as they are read. */
interface Stream {
  readonly machine: string;
  /** Of the page in hand; null for the first. */
  token: string | null;
  nextToken: string | undefined;
  page: WatchedExecution[];
}

/** Reads a page of a machine's executions; undefined when the token is none of it. */
export type ReadPage = (machine: string, token: string | undefined) => Promise<ExecutionsPage | undefined>;

/** Executions of several machines as one list, latest first. Pages are read as needed, and no more than so many. */
export class MergedList {
  private readonly streams: Stream[] = [];
  private last: Place['after'];

  private constructor(
    private readonly readPage: ReadPage,
    private pagesLeft: number,
  ) {}

  /** Undefined when a token is none of its machine's. */
  static async open(
    machines: readonly string[],
    { after, tokens }: Place,
    { readPage, pages }: { readonly readPage: ReadPage; readonly pages: number },
  ): Promise<MergedList | undefined> {
    const list = new MergedList(readPage, pages);
    list.last = after;
    const read = await Promise.all(
      machines
        .filter((machine) => tokens[machine] !== undefined)
        .map(async (machine) => {
          const token = tokens[machine] ?? null;
          return { machine, token, found: await readPage(machine, token ?? undefined) };
        }),
    );
    for (const { machine, token, found } of read) {
      if (!found) return undefined;
      const page = unread(found.executions, machine, machines, after);
      list.streams.push({ machine, token, nextToken: found.nextToken, page: [...page] });
    }
    return list;
  }

  /** The next so many, or fewer where no more pages may be read. */
  async next(most: number): Promise<readonly Listed[]> {
    const found: Listed[] = [];
    while (found.length < most && (await this.fill())) {
      const [first, ...others] = this.streams.filter(({ page }) => page.length > 0);
      if (!first) break;
      const latest = others.reduce((one, other) => (startOf(other) > startOf(one) ? other : one), first);
      const execution = latest.page.shift();
      if (!execution) break;
      this.last = { at: execution.startedAt, machine: latest.machine, name: execution.name };
      found.push({ machine: latest.machine, execution });
    }
    return found;
  }

  /** Nothing of a machine is older than that: it is left out from here on. */
  end(machine: string): void {
    const at = this.streams.findIndex((stream) => stream.machine === machine);
    if (at >= 0) this.streams.splice(at, 1);
  }

  /** Where to go on; undefined at the end. */
  place(): Place | undefined {
    const open = this.streams.filter(({ page, nextToken }) => page.length > 0 || nextToken !== undefined);
    if (open.length === 0) return undefined;
    const tokens = open.map(({ machine, token, page, nextToken }) => [
      machine,
      page.length > 0 ? token : (nextToken ?? null),
    ]);
    return { ...(this.last && { after: this.last }), tokens: Object.fromEntries(tokens) };
  }

  /** Without the next page of each machine it is not known which execution is next; false when no more may be read. */
  private async fill(): Promise<boolean> {
    for (const stream of this.streams)
      while (stream.page.length === 0 && stream.nextToken !== undefined) {
        if (this.pagesLeft === 0) return false;
        this.pagesLeft -= 1;
        const found = await this.readPage(stream.machine, stream.nextToken);
        stream.token = stream.nextToken;
        stream.nextToken = found?.nextToken;
        stream.page = [...(found?.executions ?? [])];
      }
    return true;
  }
}

const startOf = ({ page }: Stream): string => page[0]?.startedAt ?? '';

/** The part of a page that was not listed yet: executions may have begun since, and several at one moment. */
function unread(
  page: readonly WatchedExecution[],
  machine: string,
  machines: readonly string[],
  after: Place['after'],
): readonly WatchedExecution[] {
  if (!after) return page;
  const place = machine === after.machine ? page.findIndex(({ name }) => name === after.name) : -1;
  if (place >= 0) return page.slice(place + 1);
  const comesFirst = machines.indexOf(machine) < machines.indexOf(after.machine);
  return page.filter(({ startedAt }) => (comesFirst ? startedAt < after.at : startedAt <= after.at));
}
