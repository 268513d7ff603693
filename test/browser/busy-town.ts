import { RESIDENT, type Receipt, TownStory } from '../stories/town-story.js';
import { withLinks } from '../stories/texted-link.js';

/** Before the week's visits are listed and its inspection is held. */
const MONDAY_8_AM = Date.parse('2026-08-24T08:00:00+08:00');

/**
 * A request that is being coordinated, one that nobody could place, one that is closed, one whose execution and one whose coordination
 * was stopped, and a task of the inspection.
 */
export type BusyIds = Readonly<
  Record<'coordinated' | 'unplaced' | 'closed' | 'stopped' | 'uncoordinated' | 'task', string>
>;

export interface BusyTown {
  readonly story: TownStory;
  readonly ids: BusyIds;
  /** What the resident of the one that is being coordinated follows it by. */
  readonly receipt: Receipt;
}

const stop = (story: TownStory, execution: string) =>
  story.admin('administrator', `/admin/executions/${execution}/stop`, 'POST', {});

/** A town on its second day, with requests in every state. */
export async function busyTown(pages: { path: string; dir: string }[] = []): Promise<BusyTown> {
  const story = await TownStory.begin({ console: true, at: MONDAY_8_AM, change: withLinks, pages });
  await story.advance('PT1H');
  const coordinated = await story.submit({ category: 'cataract-surgery', description: '示例：看不清' });
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 材料齐全');
  const closed = await story.submit({ phone: '+8619911110003', description: '示例：路口的灯不亮' });
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 示例：已换灯泡');
  await story.replyAsResident('1', '+8619911110003');
  // The daily close is held, and the cards of the next day are given.
  await story.advance('P1D');
  const unplaced = await story.submit({
    village: undefined,
    group: undefined,
    phone: '+8619911110002',
    description: '示例：不知道在哪',
  });
  const uncoordinated = await story.submit({
    category: 'water-leak',
    phone: '+8619911110004',
    description: '示例：漏水',
  });
  await story.reply('g52-a', '1');
  await stop(story, `coordination/${uncoordinated.id}-1`);
  const stopped = await story.submit({ phone: '+8619911110005', description: '示例：桥头的灯不亮' });
  await stop(story, `resident-request/${stopped.id}`);
  const tasks = await story.admin('administrator', '/admin/tasks?state=open');
  const { items } = (await tasks.json()) as { items: { id: string }[] };
  const ids = {
    coordinated: coordinated.id,
    unplaced: unplaced.id,
    closed: closed.id,
    stopped: stopped.id,
    uncoordinated: uncoordinated.id,
    task: items[0]?.id ?? 'none',
  };
  return { story, ids, receipt: coordinated };
}

/** What is long, and has no place at which to break; sample names and words. */
export const LONG = {
  name: 'Maximiliana-Anastasia Featherstonehaugh 示例',
  description: `示例 sample: ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)} is out of order beside the agricultural cooperative; ${'路灯不亮已经三天了'.repeat(6)}`,
} as const;

/** A request in words that are hard to lay out. */
export const longRequest = (story: TownStory): Promise<Receipt> =>
  story.submit({ ...LONG, phone: RESIDENT.phone.replace(/1$/, '9'), language: 'en' });
