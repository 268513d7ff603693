import { DAY, HOUR, must, RESIDENT, type HostedTown } from './hosted-town.js';
import type { Scenario } from './scenarios.js';

interface Texts {
  readonly items: readonly { readonly id: string; readonly direction: string }[];
}
interface Bill {
  readonly lines: readonly { readonly what: string; readonly count: number }[];
}

const UNPLACED = { village: undefined, group: undefined };

/** Time moves to where a recurring system runs, whose function fails until somebody repairs it: it waits to try again. */
function stuck(fails: string, after: number): Scenario {
  return async (town) => {
    await town.advance(after - 1);
    town.fault({ function: fails, error: 'Broken' });
    await town.advance(1);
  };
}

/** The latest execution of a machine, under way: found in the list, looked at, and stopped. Answers its path. */
async function stopped(town: HostedTown, machine: string): Promise<string> {
  const { items } = (await town.admin('leader', 'GET', `/admin/executions?machine=${machine}`)) as {
    items: { name: string; status: string }[];
  };
  must(items[0]?.status === 'RUNNING', `the latest ${machine} is ${items[0]?.status}`);
  const one = `/admin/executions/${machine}/${items[0]?.name}`;
  await town.admin('leader', 'GET', one);
  await town.admin('leader', 'GET', `${one}/history`);
  await town.admin('leader', 'GET', '/admin/executions/waiting');
  await town.admin('administrator', 'POST', `${one}/stop`, {});
  return one;
}

/** An execution that is stopped, and made to go on. */
const redriven =
  (machine: string, begin: Scenario): Scenario =>
  async (town) => {
    await begin(town);
    await town.admin('administrator', 'POST', `${await stopped(town, machine)}/redrive`, {});
  };

/** An execution that is stopped, and whose work is begun again. */
const retried =
  (machine: string, begin: Scenario): Scenario =>
  async (town) => {
    await begin(town);
    const one = await stopped(town, machine);
    await town.admin('leader', 'GET', one);
    town.repair();
    await town.admin('administrator', 'POST', `${one}/retry`, {});
  };

/** What can be redriven and retried: its machine, and how one of it comes to be under way. */
const RETRIABLE: Readonly<Record<string, readonly [machine: string, begin: Scenario]>> = {
  'a request': [
    'resident-request',
    async (town) => {
      await town.submit();
    },
  ],
  'a follow-up': [
    'follow-up',
    async (town) => {
      await town.followUp(await town.submit());
    },
  ],
  'a task': ['staff-task', (town) => town.rectify()],
  'the visits of a week': ['visit-round', stuck('PlanVisits', HOUR / 2)],
  cards: ['deadline-cards', stuck('GiveCards', HOUR / 2)],
  'a daily close': ['daily-close', stuck('CloseDay', 8.5 * HOUR)],
  'a weekly inspection': ['weekly-inspection', stuck('HoldInspection', HOUR / 2)],
  'a monthly inspection': ['monthly-inspection', stuck('HoldInspection', 4 * DAY)],
};

/** What is done in the console, where somebody signs in. */
export const CONSOLE_SCENARIOS: Readonly<Record<string, Scenario>> = {
  'who signed in': async (town) => {
    await town.admin('leader', 'GET', '/admin/me');
  },

  'the board': async (town) => {
    await town.submit();
    await town.admin('leader', 'GET', '/admin/requests');
    await town.admin('leader', 'GET', '/admin/requests?order=newest');
    await town.admin('leader', 'GET', '/admin/requests?state=closed');
    await town.admin('leader', 'GET', '/admin/requests/export');
  },

  'one request and its person': async (town) => {
    const { id } = await town.submit({ category: 'water-leak', description: '示例：漏水' });
    await town.staffReply('g52-a', '1');
    await town.admin('leader', 'GET', `/admin/requests/${id}`);
    await town.admin('leader', 'GET', `/admin/requests/${id}/person`);
    await town.admin('duty-desk', 'POST', `/admin/requests/${id}/remarks`, { words: '示例：路边第二家' });
    town.told(town.phoneOf('water-company-1'), '路边第二家');
  },

  'rounds and tasks': async (town) => {
    await town.rectify();
    await town.advance(HOUR);
    await town.admin('leader', 'GET', '/admin/rounds');
    await town.admin('leader', 'GET', '/admin/rounds/weekly-inspection/2026-08-24');
    const { items } = (await town.admin('leader', 'GET', '/admin/tasks?kind=rectification')) as {
      items: { id: string }[];
    };
    must(items.length === 1, `${items.length} rectifications are listed`);
    await town.admin('leader', 'GET', `/admin/tasks/${items[0]?.id}`);
  },

  'whom an inspection calls': async (town) => {
    await town.submit();
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1 已修好');
    await town.reply(RESIDENT, '1');
    await town.advance(4 * DAY + HOUR);
    const round = '/admin/rounds/monthly-inspection/2026-08';
    const { results } = (await town.admin('leader', 'GET', round)) as {
      results: { by: string; request?: string }[];
    };
    const { by } = results.find(({ request }) => request !== undefined) ?? {};
    const sheet = (await town.admin('leader', 'GET', `${round}/calls/${by}`)) as {
      calls: { phone?: string }[];
    };
    must(sheet.calls[0]?.phone === RESIDENT, 'the call sheet has no number');
  },

  'texts, and what a request cost': async (town) => {
    const { id } = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    const { items } = (await town.admin('leader', 'GET', '/admin/texts')) as Texts;
    must(
      items.some(({ direction }) => direction === 'in'),
      'no text that came in is listed',
    );
    must(
      items.some(({ direction }) => direction === 'out'),
      'no text that went out is listed',
    );
    const about = (await town.admin('leader', 'GET', `/admin/requests/${id}/texts`)) as Texts;
    must(
      about.items.some(({ direction }) => direction === 'in'),
      'no answer is listed',
    );
    await town.admin('leader', 'GET', `/admin/texts/${items[0]?.id}`);
    await town.followUp({ id });
    const { lines } = (await town.admin('leader', 'GET', `/admin/requests/${id}/bill`)) as Bill;
    must(
      lines.filter(({ count }) => count > 0).length === lines.length,
      `not all is billed: ${JSON.stringify(lines)}`,
    );
  },

  'a coordination stopped': async (town) => {
    await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await stopped(town, 'coordination');
  },

  'a stage that a refusal ended while nothing ran': async (town) => {
    const { id } = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1');
    const one = `/admin/executions/resident-request/${id}`;
    await town.admin('administrator', 'POST', `${one}/stop`, {});
    await town.staffReply('red-cross-1', '2 示例：名额已满');
    await town.admin('administrator', 'POST', `${one}/retry`, {});
    town.told(town.phoneOf('disabled-federation-1'), '不用再回复');
  },

  ...Object.fromEntries(
    Object.entries(RETRIABLE).flatMap(([title, [machine, begin]]) => [
      [`${title} stopped and redriven`, redriven(machine, begin)],
      [`${title} stopped and retried`, retried(machine, begin)],
    ]),
  ),

  "the town's data": async (town) => {
    const read = (await town.admin('administrator', 'GET', '/admin/town/sections/staff')) as {
      version: number;
      entries: { id: string; name: string }[];
    };
    const [first] = read.entries;
    await town.admin('administrator', 'POST', '/admin/town/changes', {
      version: read.version,
      changes: [{ section: 'staff', key: first?.id, entry: { ...first, name: `${first?.name}甲` } }],
    });
    await town.admin('duty-desk', 'POST', '/admin/town/leave', {
      staff: 'g52-c',
      from: '2026-09-01',
      to: '2026-09-02',
    });
    const { files } = (await town.admin('administrator', 'GET', '/admin/town/export')) as {
      files: Record<string, string>;
    };
    const number = files['settings.yaml']?.replace('+861069900077', '+861069900078') ?? '';
    await town.admin('administrator', 'POST', '/admin/town/import', {
      files: { ...files, 'settings.yaml': number },
    });
  },

  'the audit trail': async (town) => {
    await town.admin('leader', 'GET', '/admin/audit');
  },

  'a request placed in the console': async (town) => {
    const { id } = await town.submit(UNPLACED);
    await answer(town, id, { option: 'place', note: '52' });
    town.told(town.phoneOf('g52-a'), '编码');
  },

  'an approval refused in the console': async (town) => {
    await town.change((given) => ({
      ...given,
      departments: given.departments.map((one) =>
        one.id === 'red-cross' ? { ...one, contacts: ['duty-desk-1'] } : one,
      ),
    }));
    const { id } = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.staffReply('g52-a', '1');
    await town.staffReply('g52-a', '1');
    await answer(town, id, { option: 'refuse', note: '名额已满' });
    town.told(town.phoneOf('disabled-federation-1'), '不用再回复');
  },
};

/** The duty desk answers the one ask of a request that it may. */
async function answer(town: HostedTown, id: string, body: object): Promise<void> {
  const { asks } = (await town.admin('duty-desk', 'GET', `/admin/requests/${id}`)) as {
    asks: { id: string; mayAnswer: boolean }[];
  };
  const ask = asks.find(({ mayAnswer }) => mayAnswer);
  must(ask !== undefined, `the desk may answer nothing of ${id}`);
  await town.admin('duty-desk', 'POST', `/admin/requests/${id}/answers`, { ask: ask?.id, ...body });
}
